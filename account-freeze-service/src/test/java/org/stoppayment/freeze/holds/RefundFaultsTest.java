package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Refunded;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.Freeze;

/** A refund is booked once and whole, or stays with its sender. */
@QuarkusTest
class RefundFaultsTest extends RefundFixture {

    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofMinutes(1);

    @Test
    void refundOutOfAFreezeThatIsNotKnownStaysWithItsSender() {
        Freeze frozen = frozen();
        String unknown = FreshIds.next().toString();
        Event ofNoFreeze = Refunded.of(unknown, frozen.getCaseId(), payment, 1, PAID, time.instant());
        Event ofAnotherCase = Refunded.of(frozen.getApplicationId(), newCase(), payment, 1, PAID, time.instant());

        assertThat(freeze().deliver(List.of(ofNoFreeze)).getDeferredEventIdsList())
                .containsExactly(ofNoFreeze.getEventId());
        assertThat(freeze().deliver(List.of(ofAnotherCase)).getDeferredEventIdsList())
                .containsExactly(ofAnotherCase.getEventId());
        assertThat(database.number("SELECT count(*) FROM freeze_refund")).isZero();
    }

    @Test
    void refundThatCannotBeReadIsRejected() {
        Freeze frozen = frozen();

        assertThat(freeze().deliver(List.of(refund(frozen, 0, PAID), refund(frozen, 1, -1)))
                        .getRejectedList())
                .hasSize(2);
    }

    @Test
    void refundIsBookedEvenIfTheProcessDiedRightAfterItWasRecorded() {
        Freeze frozen = frozen();
        database.execute("ALTER TABLE claim RENAME TO claim_out_of_reach");
        try {
            deliver(refund(frozen, 1, PAID));
            assertThat(database.number("SELECT count(*) FROM freeze_order WHERE booking_due_at IS NOT NULL"))
                    .isEqualTo(1);
        } finally {
            database.execute("ALTER TABLE claim_out_of_reach RENAME TO claim");
        }

        time.jump(LONGER_THAN_THE_LEASE);
        advanceHolds();

        awaitBooked(frozen, TAINT - PAID, 0, PAID);
    }

    @Test
    void refundThatFailsHalfwayLeavesNothing() {
        Freeze frozen = frozen();
        database.execute("ALTER TABLE freeze_order ADD CONSTRAINT nothing_paid CHECK (returned_fen = 0) NOT VALID");
        try {
            Event refund = refund(frozen, 1, PAID);
            UUID withdrawn = FreshIds.next();
            DeliverEventsResponse answer =
                    freeze().deliver(List.of(refund, Refunded.of(frozen, withdrawn, 1, 0, time.instant())));
            assertThat(answer.getDeferredEventIdsList()).containsExactly(refund.getEventId());
            assertThat(database.rows("SELECT paid_fen FROM freeze_refund")).containsExactly(List.of("0"));
        } finally {
            database.execute("ALTER TABLE freeze_order DROP CONSTRAINT nothing_paid");
        }
        deliver(refund(frozen, 1, PAID));

        awaitBooked(frozen, TAINT - PAID, 0, PAID);
    }
}
