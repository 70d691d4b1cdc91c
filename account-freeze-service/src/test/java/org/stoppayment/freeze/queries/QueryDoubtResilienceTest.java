package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.HolderAccount;
import org.stoppayment.proto.gateway.v1.QueryAnswer;
import org.stoppayment.proto.gateway.v1.QueryKind;

@QuarkusTest
class QueryDoubtResilienceTest extends QueriesFixture {

    @Test
    void queryThatIsNeverAnsweredIsInquiredAboutAndThenLeftToAPerson() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isSilent());
        desk().onInquiry(account, QueryBank.isSilent());
        Query doubted = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_IN_DOUBT);

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);
        assertThat(desk().inquiries()).hasSize(1);
        assertThat(shown(doubted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_IN_DOUBT);
        jumpAndLook(Duration.ofMinutes(10));

        Query manual = awaitState(doubted.getApplicationId(), QueryState.QUERY_STATE_MANUAL);
        assertThat(manual.getManualReason()).isEqualTo("BUDGET_SPENT");
        assertThat(desk().sends()).hasSize(1);
        int inquiries = desk().inquiries().size();
        jumpAndLook(Duration.ofHours(1));
        assertThat(desk().inquiries()).as("nobody asks any more").hasSize(inquiries);

        freeze().answerQuery(BANK, desk().answer(asked(manual)));
        assertThat(awaitState(manual.getApplicationId(), QueryState.QUERY_STATE_ANSWERED)
                        .getManualReason())
                .as("a late answer counts")
                .isEmpty();
    }

    @Test
    void lostAnswerIsFoundByAnInquiryAndTheQueryIsSentOnce() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isSilent());
        desk().onInquiry(account, desk().answers());
        Query doubted = order(ask(caseId, QueryKind.QUERY_KIND_BALANCE), QueryState.QUERY_STATE_IN_DOUBT);

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitState(doubted.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        assertThat(desk().sends()).hasSize(1);
        assertThat(desk().inquiries()).singleElement().satisfies(asked -> {
            assertThat(asked.getAccount()).isEqualTo(account);
            assertThat(asked.getKind()).isEqualTo(QueryKind.QUERY_KIND_BALANCE);
        });
    }

    @Test
    void acceptedQueryWhoseCallbackDoesNotComeIsInquiredAbout() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());
        desk().onInquiry(account, desk().answers());
        Query accepted = order(ask(caseId, QueryKind.QUERY_KIND_BALANCE), QueryState.QUERY_STATE_ACCEPTED);

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitState(accepted.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void queryThatTheBankDoesNotKnowIsSentAgainUnchanged() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isSilent(), desk().answers());
        Query doubted = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_IN_DOUBT);

        awaitAnsweredByLooks(doubted);

        assertThat(desk().sends()).hasSize(2);
        assertThat(desk().sends().get(1)).isEqualTo(desk().sends().get(0));
    }

    @Test
    void bankThatWasAwayGetsTheQueryOnceItIsBack() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isAway(), desk().answers());
        Query queued = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_QUEUED);

        awaitAnsweredByLooks(queued);

        assertThat(desk().inquiries()).isEmpty();
    }

    @Test
    void queryToABankThatIsNotConnectedIsLeftToAPerson() {
        String caseId = newCase();
        Account elsewhere = Report.account("104100000004");
        freeze().deliver(Report.of(caseId).paid(elsewhere, TAINT));
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_MANUAL);

        Query manual = order(ask(caseId, elsewhere, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_MANUAL);

        assertThat(manual.getManualReason()).isEqualTo("NOT_CONNECTED");
        assertThat(place(ask(caseId, elsewhere, QueryKind.QUERY_KIND_HOLDER)).getApplicationId())
                .as("it may be asked again")
                .isNotEqualTo(manual.getApplicationId());
        awaitQuiet();
    }

    @Test
    void answerAboutAnotherAccountIsNoAnswer() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().answer(asked)
                .setAccountNumber(account().getNumber())));
        desk().onInquiry(account, desk().answers());
        Query doubted = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_IN_DOUBT);

        assertThat(doubted.hasAnswer()).isFalse();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitState(doubted.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void answerWithoutWhatWasAskedIsInquiredAbout() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().done(asked)));
        desk().onInquiry(account, desk().answers());
        Query half = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_IN_DOUBT);

        assertThat(half.getMissingList()).containsExactly("holder");
        assertThat(half.getComplete()).isFalse();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        Query whole = awaitState(half.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        assertThat(whole.getMissingList()).isEmpty();
        assertThat(whole.getAnswer().getHolder().getName()).isEqualTo(Report.NAME);
    }

    @Test
    void incompleteAnswerIsKeptAndTheRestIsAskedFor() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().answer(asked).setComplete(false)));
        desk().onInquiry(account, QueryBank.isSilent(), desk().answers());
        Query half = order(ask(caseId, QueryKind.QUERY_KIND_ACCOUNTS), QueryState.QUERY_STATE_ANSWERED);

        assertThat(half.getComplete()).isFalse();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);
        assertThat(shown(half.getApplicationId()).getComplete()).isFalse();
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitShown(half.getApplicationId(), shown -> assertThat(shown.getComplete())
                .isTrue());
        int inquiries = desk().inquiries().size();
        jumpAndLook(Duration.ofMinutes(11));
        assertThat(desk().inquiries()).as("nothing is owed any more").hasSize(inquiries);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bankThatAlwaysOwesAPartIsAskedWithGrowingPausesAndNoMoreAfterADay(boolean tellsMore) {
        String caseId = stoppedCase();
        AtomicInteger told = new AtomicInteger();
        QueryBank owes = QueryBank.says(asked -> {
            QueryAnswer.Builder answer = desk().answer(asked).setComplete(false);
            if (tellsMore) {
                answer.getAccountsBuilder()
                        .addAccounts(HolderAccount.newBuilder().setNumber("1" + told.incrementAndGet()));
            }
            return answer;
        });
        desk().onQuery(account, owes);
        desk().onInquiry(account, owes);
        Query half = order(ask(caseId, QueryKind.QUERY_KIND_ACCOUNTS), QueryState.QUERY_STATE_ANSWERED);

        for (int second = 0; second < 60; second++) {
            jumpAndLook(Duration.ofSeconds(1));
        }
        assertThat(desk().inquiries()).hasSizeBetween(3, 20);
        jumpAndLook(Duration.ofDays(1));
        int asked = desk().inquiries().size();
        jumpAndLook(Duration.ofDays(1));

        assertThat(desk().inquiries()).hasSize(asked);
        assertThat(shown(half.getApplicationId()).getComplete()).isFalse();
        assertThat(database.number("SELECT count(*) FROM account_query WHERE due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void fieldThatCannotBeReadIsAskedForADayLong() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().done(asked)
                .setTransactions(AccountTransactions.getDefaultInstance())
                .addUnreadable("transactions.bookings[3].amountFen")));
        desk().onInquiry(account, QueryBank.isSilent());
        Query half = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ANSWERED);

        assertThat(half.getMissingList()).containsExactly("transactions.bookings[3].amountFen");
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);
        assertThat(desk().inquiries()).hasSize(1);
        jumpAndLook(Duration.ofHours(2));
        assertThat(desk().inquiries()).hasSize(2);
        jumpAndLook(Duration.ofDays(1));
        jumpAndLook(Duration.ofDays(1));

        assertThat(desk().inquiries()).hasSizeLessThanOrEqualTo(3);
        assertThat(database.number("SELECT count(*) FROM account_query WHERE due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void refusalIsShownWithItsCodeAndWhatDidNotMatch() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says(asked -> desk().done(asked)
                .setResultCode("0301")
                .addMismatched("account.name")));

        Query declined = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_DECLINED);

        assertThat(declined.getResultCode()).isEqualTo("0301");
        assertThat(declined.getAnswer().getMismatchedList()).containsExactly("account.name");
    }

    @Test
    void resultThatOnlyAPersonUnderstandsIsLeftToAPerson() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.says("1300"));

        Query manual = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_MANUAL);

        assertThat(manual.getManualReason()).isEqualTo("RESULT");
        assertThat(manual.getResultCode()).isEqualTo("1300");
    }

    @Test
    void gatewayThatIsAwayGetsTheQueryOnceItIsBack() {
        String caseId = stoppedCase();
        gateway().goAway();
        Query queued = place(ask(caseId, QueryKind.QUERY_KIND_HOLDER));
        await().atMost(PATIENCE).until(() -> queries.inFlight() == 0);
        gateway().comeBack();

        awaitAnsweredByLooks(queued);

        assertThat(desk().sends()).extracting(sent -> sent.getInstitutionCode()).containsOnly(FakeGateway.ICBC);
    }

    private void awaitAnsweredByLooks(Query query) {
        await().atMost(PATIENCE).until(() -> {
            jumpAndLook(LONGER_THAN_ANY_INQUIRY);
            return shown(query.getApplicationId()).getState() == QueryState.QUERY_STATE_ANSWERED;
        });
    }
}
