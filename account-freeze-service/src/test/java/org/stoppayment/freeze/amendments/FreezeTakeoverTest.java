package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.ClaimEndCause.CLAIM_END_CAUSE_FROZEN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_FROZEN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A freeze takes over its own case's claim; the stop is taken over with the last one. */
@QuarkusTest
class FreezeTakeoverTest extends HeldAccountFixture {

    private LiftStopResponse lift(StopOrder order, String ofCase) {
        return freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setCaseId(ofCase)
                        .setReason("wrong account")
                        .setReference("chief 4")
                        .build());
    }

    private List<StopClaim> claims(StopOrder order) {
        return freeze().officer()
                .getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(order.getApplicationId())
                        .build())
                .getClaimsList();
    }

    @Test
    void stopOfOneCaseIsFrozenAndItsMoneyIsHeldByTheFreeze() {
        StopOrder order = inEffect();

        freeze(caseId, order, 467);

        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_FROZEN);
        assertThat(now(order).getTaintedHeldFen()).isZero();
        assertThat(now(order).getTaintedFrozenFen()).isEqualTo(467);
        assertThat(now(order).getClaimEnd()).satisfies(end -> {
            assertThat(end.getCause()).isEqualTo(CLAIM_END_CAUSE_FROZEN);
            assertThat(end.getReference()).isEqualTo("chief 3");
            assertThat(end.getOperator().getBadgeNumber()).isEqualTo("badge-5");
        });
        assertThat(freeze().progress(caseId)).satisfies(progress -> {
            assertThat(progress.getFrozenFen()).isEqualTo(467);
            assertThat(progress.getTaintedHeldFen()).isZero();
            assertThat(progress.getConserved()).isTrue();
            assertThat(progress.getNeedsAttention()).isFalse();
        });
        assertThat(freeze().trace(caseId).getTotal().getFrozenFen()).isEqualTo(467);
        alert();
        assertThat(alerts()).isEmpty();
        assertThat(gateway().lifts()).isEmpty();
    }

    @Test
    void laterCaseStopsTheAccountInItsOwnName() {
        StopOrder order = inEffect();
        freeze(caseId, order, 467);

        freeze().deliver(Report.of(other).paid(payee, 1135));
        StopOrder own = awaitOrder(other, payee, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(own.getCaseId()).isEqualTo(other);
        assertThat(books(other)).containsExactly(1135L, 0L, 0L, 0L);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
        assertThat(freeze().progress(other).getOrdersList()).hasSize(1);
    }

    @Test
    void stopStaysInEffectForTheOtherCaseUntilThatIsFrozenToo() {
        StopOrder order = inEffectForBoth();

        freeze(caseId, order, 467);

        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
        assertThat(books(other)).containsExactly(1135L, 0L, 0L, 0L);
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(claims(order)).first().satisfies(claim -> {
            assertThat(claim.getActive()).isFalse();
            assertThat(claim.getFrozenFen()).isEqualTo(467);
            assertThat(claim.getHeldFen()).isZero();
        });

        freeze(other, order, 1135);

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_FROZEN);
        assertThat(books(other)).containsExactly(0L, 1135L, 0L, 0L);
        assertThat(gateway().lifts()).isEmpty();
    }

    @Test
    void freezesOfBothCasesAtOnceTakeTheStopOver() {
        for (int round = 0; round < 10; round++) {
            cleanSlate();
            StopOrder order = inEffectForBoth();

            atOnce(List.<Callable<Object>>of(() -> freeze(caseId, order, 467), () -> freeze(other, order, 1135)));

            assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_FROZEN);
            bookAll(); // events that are on their way would be booked in the next round
        }
    }

    @Test
    void stopIsLiftedForTheOtherCaseAndTheFreezeStays() {
        StopOrder order = inEffectForBoth();
        freeze(caseId, order, 467);

        lift(order, other);
        awaitQuiet();

        assertThat(gateway().lifts()).hasSize(1);
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
        assertThat(books(other)).containsExactly(0L, 0L, 0L, 1135L);
    }

    @Test
    void frozenClaimIsNotLifted() {
        StopOrder order = inEffectForBoth();
        freeze(caseId, order, 467);

        assertThatThrownBy(() -> lift(order, caseId))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("has ended before");
        withdraw(caseId, 1);
        awaitQuiet();

        assertThat(gateway().lifts()).isEmpty();
        assertThat(claims(order).get(0).getEnd().getCause()).isEqualTo(CLAIM_END_CAUSE_FROZEN);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
        assertNothingIsLeftToRelease();
    }

    @Test
    void liftThatHasNotGoneOutStaysHereOnceAFreezeTookTheStopOver() {
        StopOrder order = inEffect();
        gateway().onLift(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        liftForTheCase(order);
        awaitQuiet();

        freeze(caseId, order, 467);
        int before = gateway().lifts().size();
        time.jump(Duration.ofSeconds(31));
        advanceAmendments();

        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_FROZEN);
        assertThat(gateway().lifts()).hasSize(before);
        assertThat(books(caseId)).containsExactly(0L, 467L, 0L, 0L);
    }

    @Test
    void transferThatIsReportedLaterIsStoppedBesideTheFreeze() {
        StopOrder order = inEffect();
        freeze(caseId, order, 467);
        bookAll();

        freeze().deliver(Report.of(caseId).paid(payee, 33));
        bookAll();
        awaitQuiet();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
        assertThat(books(caseId)).containsExactly(33L, 467L, 0L, 0L);
    }

    @Test
    void caseWithoutAClaimIsNamed() {
        StopOrder order = inEffect();

        assertThatThrownBy(() -> freeze(newCase(), order, 467))
                .isInstanceOf(ServiceException.InvalidInput.class)
                .hasMessageContaining("caseId");
        assertThat(now(order).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
    }
}
