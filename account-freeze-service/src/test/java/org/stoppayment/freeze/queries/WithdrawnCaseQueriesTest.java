package org.stoppayment.freeze.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.QueryBank;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.freeze.v1.OrderQueryRequest;
import org.stoppayment.proto.freeze.v1.Query;
import org.stoppayment.proto.freeze.v1.QueryState;
import org.stoppayment.proto.gateway.v1.AccountTransactions;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** What becomes of queries when their case is withdrawn (撤案). */
@QuarkusTest
class WithdrawnCaseQueriesTest extends QueriesFixture {

    private Query watch(String caseId, Duration length) {
        return order(watchOf(caseId, length), QueryState.QUERY_STATE_ANSWERED);
    }

    private OrderQueryRequest.Builder watchOf(String caseId, Duration length) {
        return ask(caseId, QueryKind.QUERY_KIND_WATCH)
                .setUntil(Outcomes.timestamp(time.instant().plus(length)));
    }

    private void withdraw(String caseId) {
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        awaitQuiet();
    }

    private List<SendQueryRequest> ends() {
        return desk().sends().stream()
                .filter(sent -> sent.getKind() == QueryKind.QUERY_KIND_WATCH_END)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = QueryKind.class,
            names = {"QUERY_KIND_HOLDER", "QUERY_KIND_TRANSACTIONS"})
    void queryThatWaitsToBeSentIsCalledOff(QueryKind kind) {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isAway(), desk().answers());
        Query queued = order(ask(caseId, kind), QueryState.QUERY_STATE_QUEUED);
        int tried = desk().sends().size();

        withdraw(caseId);
        withdraw(caseId);
        jumpAndLook(Duration.ofMinutes(1));

        Query calledOff = shown(queued.getApplicationId());
        assertThat(calledOff.getState()).isEqualTo(QueryState.QUERY_STATE_DECLINED);
        assertThat(calledOff.getResultCode()).isEmpty();
        assertThat(desk().sends()).hasSize(tried);
    }

    @Test
    void watchThatWaitsToBeSentIsCalledOffAndNotEnded() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isAway(), desk().answers());
        Query queued = order(watchOf(caseId, Duration.ofDays(2)), QueryState.QUERY_STATE_QUEUED);

        withdraw(caseId);

        assertThat(shown(queued.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_DECLINED);
        assertThat(ends()).isEmpty();
    }

    @Test
    void queryThatIsDueWhenItsCaseIsWithdrawnIsNotSent() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.isAway(), desk().answers());
        Query queued = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_QUEUED);
        int tried = desk().sends().size();
        database.execute("INSERT INTO withdrawn_case VALUES ('%s', '%s', now(), 'r', 'x', 'o', 'b')"
                .formatted(caseId, caseId)); // as if the query had been ordered while the withdrawal was being taken

        jumpAndLook(Duration.ofMinutes(1));

        awaitState(queued.getApplicationId(), QueryState.QUERY_STATE_DECLINED);
        assertThat(desk().sends()).hasSize(tried);
    }

    @Test
    void runningWatchIsEndedOnceByTheSuite() {
        String caseId = stoppedCase();
        Query watch = watch(caseId, Duration.ofDays(2));

        withdraw(caseId);
        withdraw(caseId);

        assertThat(ends()).singleElement().satisfies(end -> {
            assertThat(end.getOriginalApplicationId()).isEqualTo(watch.getApplicationId());
            assertThat(end.getOperator().getOrganisation()).isEqualTo("SYSTEM");
            assertThat(end.getOperator().getBadgeNumber()).isEqualTo("SYSTEM");
        });
        awaitState(shown(watch.getApplicationId()).getEndApplicationId(), QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void endOfAWatchIsSentAgainAlthoughTheCaseIsWithdrawn() {
        String caseId = stoppedCase();
        Query watch = watch(caseId, Duration.ofDays(2));
        desk().onQuery(account, QueryBank.isAway(), desk().answers());

        withdraw(caseId);
        withdraw(caseId);
        jumpAndLook(Duration.ofMinutes(1));

        awaitState(shown(watch.getApplicationId()).getEndApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        assertThat(ends())
                .extracting(SendQueryRequest::getApplicationId)
                .hasSize(2)
                .containsOnly(shown(watch.getApplicationId()).getEndApplicationId());
    }

    @Test
    void watchThatIsOverIsNotEnded() {
        String caseId = stoppedCase();
        watch(caseId, Duration.ofMinutes(1));
        time.jump(Duration.ofMinutes(2));

        withdraw(caseId);

        assertThat(ends()).isEmpty();
    }

    @Test
    void nextPageIsNotAskedForAndTheAnswerIsKept() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());
        Query accepted = order(ask(caseId, QueryKind.QUERY_KIND_TRANSACTIONS), QueryState.QUERY_STATE_ACCEPTED);

        withdraw(caseId);
        freeze().answerQuery(
                        BANK,
                        desk().done(asked(accepted))
                                .setTransactions(
                                        AccountTransactions.newBuilder().setNextPageToken("2")));

        Query answered = awaitState(accepted.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
        assertThat(answered.hasAnswer()).isTrue();
        assertThat(answered.getNextApplicationId()).isEmpty();
        assertThat(desk().sends()).hasSize(1);
    }

    @Test
    void sentQueryIsNotInquiredAboutAnyMoreAndALateAnswerCounts() {
        String caseId = stoppedCase();
        desk().onQuery(account, QueryBank.accepts());
        Query accepted = order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ACCEPTED);

        withdraw(caseId);
        jumpAndLook(Duration.ofDays(1));
        jumpAndLook(Duration.ofDays(1));

        assertThat(desk().inquiries()).isEmpty();
        assertThat(shown(accepted.getApplicationId()).getState()).isEqualTo(QueryState.QUERY_STATE_ACCEPTED);
        freeze().answerQuery(BANK, desk().answer(asked(accepted)));
        awaitState(accepted.getApplicationId(), QueryState.QUERY_STATE_ANSWERED);
    }

    @Test
    void queriesOfAnotherCaseGoOn() {
        String other = stoppedCase();
        String caseId = stoppedCase();
        watch(caseId, Duration.ofDays(2));

        withdraw(other);

        assertThat(ends()).isEmpty();
        order(ask(caseId, QueryKind.QUERY_KIND_HOLDER), QueryState.QUERY_STATE_ANSWERED);
    }
}
