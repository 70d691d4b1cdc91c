package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import java.time.Duration;
import java.util.List;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A case, another one that may join its stop, and their withdrawals. */
abstract class WithdrawalFixture extends FreezeFixture {

    private static final Duration CHECK_INTERVAL_AND_MORE = Duration.ofSeconds(6);

    protected final String caseId = newCase();
    protected final String other = newCase();
    protected final Account payee = account();

    /** The case's order is in effect; the bank has a second stop ready. */
    protected StopOrder inEffect() {
        gateway().onSend(payee.getNumber(), gateway().stops(2000), gateway().stops(1500));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    /** The same, and the other case has joined the stop. */
    protected StopOrder inEffectForBoth() {
        StopOrder order = inEffect();
        freeze().deliver(Report.of(other).paid(payee, 1135));
        bookAll();
        return order;
    }

    /** Withdraws a case that had {@code submissions}, and checks due releases once. */
    protected void withdraw(String withdrawn, int submissions) {
        deliverWithdrawal(withdrawn, submissions);
        release();
        awaitQuiet();
    }

    /** Withdraws a case; nobody has checked due releases yet. */
    protected void deliverWithdrawal(String withdrawn, int submissions) {
        assertThat(freeze().deliver(List.of(Withdrawn.of(withdrawn, submissions)))
                        .getDeferredEventIdsList())
                .isEmpty();
    }

    /** Checks due releases again, after the time that an order which may be at its institution is left alone. */
    protected void releaseLater() {
        time.jump(CHECK_INTERVAL_AND_MORE);
        release();
        awaitQuiet();
    }

    protected void liftForTheCase(StopOrder order) {
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReason("wrong account")
                        .setReference("chief 3")
                        .build());
    }

    protected long releases() {
        return database.number("SELECT count(*) FROM stop_release");
    }

    protected void assertNothingIsLeftToRelease() {
        assertThat(releases()).isZero();
    }
}
