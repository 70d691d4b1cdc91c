package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Refunded;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** A freeze out of which money is paid to a victim. */
abstract class RefundFixture extends HoldsFixture {

    static final long PAID = 200_000;
    final UUID payment = FreshIds.next();

    @Inject
    PublishingFacts publishing;

    Freeze frozen() {
        String caseId = filedCase();
        Freeze frozen = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        awaitBooked(frozen, TAINT, 0, 0);
        return shown(frozen.getApplicationId());
    }

    Event refund(Freeze freeze, int revision, long fen) {
        return Refunded.of(freeze, payment, revision, fen, time.instant());
    }

    void deliver(Event event) {
        assertThat(freeze().deliver(List.of(event)).getDeferredEventIdsList()).isEmpty();
    }

    /** The freeze once it is shown, and booked, with these sums; held is what it holds, or held last. */
    Freeze awaitBooked(Freeze freeze, long held, long lifted, long returned) {
        Freeze shown = awaitShown(freeze.getApplicationId(), now -> {
            assertThat(now.getFrozenFen()).isEqualTo(held);
            assertThat(now.getReturnedFen()).isEqualTo(returned);
        });
        assertBooks(freeze.getCaseId(), lifted > 0 ? 0 : held, lifted, returned);
        return shown;
    }

    /** What recovery has, what the case's trace shows, and conservation. */
    void assertBooks(String caseId, long frozen, long lifted, long returned) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            bookAll();
            assertThat(List.of(
                            booked(caseId, account, FundsPosition.FUNDS_POSITION_FROZEN),
                            booked(caseId, account, FundsPosition.FUNDS_POSITION_LIFTED),
                            booked(caseId, account, FundsPosition.FUNDS_POSITION_RETURNED)))
                    .containsExactly(frozen, lifted, returned);
        });
        assertConserved();
        assertThat(freeze().progress(caseId).getReturnedFen()).isEqualTo(returned);
        assertThat(freeze().progress(caseId).getConserved()).isTrue();
        assertThat(freeze().trace(caseId).getTotal().getReturnedFen()).isEqualTo(returned);
        assertThat(freeze().trace(caseId).getTotal().getUnknownFen()).isZero();
    }

    HoldChanged told() {
        publishing.publish().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("SELECT count(*) FROM outbox") == 0);
        return world.recovery.facts(HoldChanged.getDefaultInstance()).stream()
                .filter(told -> told.getMeasure() == HoldMeasure.HOLD_MEASURE_FREEZE)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
