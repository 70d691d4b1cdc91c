package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerResponse;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;

/** What institutions call back with about queries. */
@QuarkusTest
class QueryCallbackTest extends QueriesFixture {

    private Query accepted;

    @BeforeEach
    void acceptedQuery() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());
        accepted = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ACCEPTED);
    }

    private QueryAnswer.Builder answer() {
        return desk().answer(asked(accepted));
    }

    @Test
    void answerIsRecordedOnce() {
        QueryAnswer.Builder answer = answer();

        RecordQueryAnswerResponse first = freeze().answerQuery(BANK, answer);
        RecordQueryAnswerResponse again = freeze().answerQuery(BANK, answer);

        assertThat(first.getReplayed()).isFalse();
        assertThat(first.getMissingList()).isEmpty();
        assertThat(again.getReplayed()).isTrue();
        assertThat(shown(accepted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void otherAnswerAfterAWholeOneChangesNothing() {
        freeze().answerQuery(BANK, answer());

        RecordQueryAnswerResponse other = freeze().answerQuery(
                        BANK, answer().setHolder(AccountHolder.newBuilder().setName("王某")));

        assertThat(other.getReplayed()).isTrue();
        assertThat(shown(accepted.getApplicationId()).getAnswer().getHolder().getName())
                .isEqualTo(Report.NAME);
    }

    @Test
    void answerAboutAnotherAccountIsRefusedAndNothingOfItIsKept() {
        assertInvalid(
                () -> freeze().answerQuery(
                                BANK, answer().setAccountNumber(account().getNumber())),
                "accountNumber");

        Query unchanged = shown(accepted.getApplicationId());
        assertThat(unchanged.getState()).isEqualTo(QueryState.QUERY_STATE_ACCEPTED);
        assertThat(unchanged.hasAnswer()).isFalse();
    }

    @Test
    void numberWrittenWithSpacesIsTheSameAccount() {
        String written =
                account.getNumber().substring(0, 6) + " " + account.getNumber().substring(6);

        assertThat(freeze().answerQuery(BANK, answer().setAccountNumber(written))
                        .getReplayed())
                .isFalse();
        assertThat(shown(accepted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void answerToAnUnknownQueryOrFromAnotherInstitutionIsNotFound() {
        assertNotFound(() -> freeze().answerQuery(BANK, answer().setApplicationId(newCase())));
        assertNotFound(() -> freeze().answerQuery(BANK, answer().setApplicationId("not-ours")));
        assertNotFound(() -> freeze().answerQuery(FakeGateway.ABC, answer()));

        assertThat(shown(accepted.getApplicationId()).hasAnswer()).isFalse();
    }

    @Test
    void answerWithoutWhatWasAskedIsRecordedAndWhatIsMissingIsNamed() {
        RecordQueryAnswerResponse half = freeze().answerQuery(BANK, desk().done(asked(accepted)));

        assertThat(half.getReplayed()).isFalse();
        assertThat(half.getMissingList()).containsExactly("holder");
        Query doubted = shown(accepted.getApplicationId());
        assertThat(doubted.getState()).isEqualTo(QueryState.QUERY_STATE_IN_DOUBT);
        assertThat(doubted.hasAnswer()).isTrue();

        RecordQueryAnswerResponse corrected = freeze().answerQuery(BANK, answer());
        assertThat(corrected.getMissingList()).isEmpty();
        assertThat(shown(accepted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void answerThatNamesNoAccountIsRecordedAndTheNumberIsMissing() {
        RecordQueryAnswerResponse unnamed = freeze().answerQuery(BANK, answer().clearAccountNumber());

        assertThat(unnamed.getReplayed()).isFalse();
        assertThat(unnamed.getMissingList()).containsExactly("accountNumber");
        Query doubted = shown(accepted.getApplicationId());
        assertThat(doubted.getState()).isEqualTo(QueryState.QUERY_STATE_IN_DOUBT);
        assertThat(doubted.getMissingList()).containsExactly("accountNumber");
        assertThat(doubted.hasAnswer()).isTrue();

        assertThat(freeze().answerQuery(BANK, answer()).getMissingList()).isEmpty();
        assertThat(shown(accepted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void answerThatIsNotOfTheContractIsRefusedWithAllThatIsWrong() {
        assertInvalid(
                () -> freeze().answerQuery(BANK, answer().setResultCode("yes").addUnreadable("no path, this")),
                "answer.resultCode",
                "answer.unreadable[0]");
        assertThat(shown(accepted.getApplicationId()).hasAnswer()).isFalse();
    }

    @Test
    void answerThatCannotBeMadeDurableIsNotAcknowledged() {
        QueryAnswer.Builder answer = answer();
        postgres.cut();
        try {
            assertThatThrownBy(() -> freeze().answerQuery(BANK, answer)).isInstanceOf(StatusRuntimeException.class);
        } finally {
            postgres.join();
        }

        await().atMost(PATIENCE).ignoreExceptions().until(() -> database.number("SELECT 1") == 1);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        shown(accepted.getApplicationId()).hasAnswer())
                .isFalse());
        assertThat(freeze().answerQuery(BANK, answer).getReplayed()).isFalse();
    }

    @Test
    void refusalAfterAnAnswerChangesNothing() {
        freeze().answerQuery(BANK, answer());

        assertThat(freeze().answerQuery(BANK, desk().done(asked(accepted)).setResultCode("0300"))
                        .getReplayed())
                .isTrue();
        assertThat(shown(accepted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_ANSWERED);
    }
}
