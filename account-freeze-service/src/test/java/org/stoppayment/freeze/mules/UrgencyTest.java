package org.stoppayment.freeze.mules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Orders of a case that names a known mule go out with emergencyLevel 01, ahead of others. */
@QuarkusTest
class UrgencyTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account mule = account();
    private final Account fresh = account();

    /** Two cases' money reaches the mule; its stop stands. */
    private void knownMule() {
        for (int i = 0; i < 2; i++) {
            String earlier = newCase();
            freeze().deliver(Report.of(earlier).paid(mule, 1000));
            awaitOrder(earlier, STOP_ORDER_STATE_IN_EFFECT);
        }
    }

    private boolean wentOutUrgently(Account account) {
        return gateway().sendsTo(account.getNumber()).get(0).getUrgent();
    }

    @Test
    void firstTwoCasesOfAMuleAreNotUrgent() {
        knownMule();

        assertThat(gateway().sends()).hasSize(1).noneMatch(SendStopRequest::getUrgent);
    }

    @Test
    void allOrdersOfAReportThatNamesAKnownMuleAreUrgent() {
        knownMule();

        freeze().deliver(Report.of(caseId).paid(fresh, 500).paid(mule, 700));
        StopOrder order = awaitOrder(caseId, fresh, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(wentOutUrgently(fresh)).isTrue();
        assertThat(order.getUrgent()).isTrue();
    }

    @Test
    void reportThatNamesNoneOfThemIsNotUrgentBesideOneThatDoes() {
        knownMule();
        Account ordinary = account();

        freeze().deliver(
                        Report.of(caseId).paid(fresh, 500).paid(mule, 700),
                        Report.of(newCase()).paid(ordinary, 1));
        awaitQuiet();

        assertThat(wentOutUrgently(fresh)).isTrue();
        assertThat(wentOutUrgently(ordinary)).isFalse();
    }

    @Test
    void supplementToAnUrgentCaseIsUrgent() {
        knownMule();
        freeze().deliver(Report.of(caseId).paid(mule, 700));

        freeze().deliver(Report.of(caseId).paid(fresh, 500));
        awaitOrder(caseId, fresh, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(wentOutUrgently(fresh)).isTrue();
    }

    @Test
    void onwardOrdersToAKnownMuleAndOfAnUrgentCaseAreUrgent() {
        Account onward = account();
        Account last = account();
        moved(fresh, 0, to(mule, "1", 50_000, 1), to(onward, "2", 50_000, 2));
        moved(onward, 0, to(last, "3", 50_000, 3));
        knownMule();

        freeze().deliver(Report.of(caseId).paid(fresh, 100_000));
        awaitTrace(caseId);

        assertThat(wentOutUrgently(fresh)).isFalse();
        assertThat(wentOutUrgently(onward)).isTrue();
        assertThat(wentOutUrgently(last)).isTrue();
    }

    @Test
    void accountThatHadTwoStopsInOneCaseIsAKnownMule() {
        String earlier = newCase();
        freeze().deliver(Report.of(earlier).paid(mule, 1000));
        StopOrder first = awaitOrder(earlier, STOP_ORDER_STATE_IN_EFFECT);
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(first.getApplicationId())
                        .setReason("r")
                        .setReference("x")
                        .build());
        advanceAmendments();
        freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(first.getApplicationId())
                        .setReference("x")
                        .build());
        awaitOrder(earlier, 1, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(Report.of(caseId).paid(fresh, 500).paid(mule, 700));
        awaitOrder(caseId, fresh, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(wentOutUrgently(fresh)).isTrue();
    }

    @Test
    void victimsOwnAccountUnderProtectiveStopsIsNoMule() {
        Account own = account();
        for (int i = 0; i < 3; i++) {
            freeze().deliver(Report.of(newCase()).protecting(own).paid(account(), 5));
        }

        freeze().deliver(Report.of(caseId).paid(own, 500));
        freeze().deliver(Report.of(newCase()).paid(own, 500).paid(fresh, 1));
        awaitQuiet();

        assertThat(gateway().sends()).isNotEmpty().noneMatch(SendStopRequest::getUrgent);
    }

    @Test
    void orderThatCouldNotBeSentIsAsUrgentWhenAnyReplicaSendsItAgain() {
        knownMule();
        gateway()
                .onSend(
                        fresh.getNumber(),
                        Bank.answers(Outcomes.notSent()),
                        gateway().stops(500));
        freeze().deliver(Report.of(caseId).paid(fresh, 500).paid(mule, 700));
        StopOrder queued = awaitOrder(caseId, fresh, STOP_ORDER_STATE_QUEUED);

        waitAndAdvance();
        awaitOrder(caseId, fresh, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(gateway().sendsTo(fresh.getNumber())).hasSize(2).allMatch(SendStopRequest::getUrgent);
        assertThat(gateway().formsOf(queued.getApplicationId())).isEqualTo(1);
    }

    @Test
    void orderThatWaitedBehindAnotherCasesIsAsUrgentWhenItsTurnComes() {
        knownMule();
        CompletableFuture<Void> go = new CompletableFuture<>();
        gateway()
                .onSend(
                        fresh.getNumber(),
                        Bank.holds(go, Bank.says("0301")),
                        gateway().stops(500));
        String other = newCase();
        freeze().deliver(Report.of(other).paid(fresh, 1));
        awaitOrder(other, STOP_ORDER_STATE_SENDING);
        freeze().deliver(Report.of(caseId).paid(fresh, 500).paid(mule, 700));

        go.complete(null);
        awaitQuiet();
        bookAll();
        advance();
        awaitOrder(caseId, fresh, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(gateway().sendsTo(fresh.getNumber()))
                .extracting(SendStopRequest::getUrgent)
                .containsExactly(false, true);
    }
}
