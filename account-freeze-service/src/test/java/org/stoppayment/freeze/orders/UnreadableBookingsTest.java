package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Bookings that cannot be read, beside feedback that can. */
@QuarkusTest
class UnreadableBookingsTest extends UnreadableFeedbackFixture {

    @Test
    void moneyThatLeftIsFollowedThoughTheBalanceIsUnknown() {
        String id = stopped(order -> withoutBalance(order).addOutflows(first));
        awaitOrder(caseId, b, STOP_ORDER_STATE_IN_EFFECT);
        assertBooked(0, 70_000);

        freeze().callBack(ICBC, whole(id).addOutflows(first));

        assertBooked(30_000, 40_000);
        assertAddsUp(awaitTrace(caseId));
    }

    @Test
    void bookingThatCannotBeReadIsAskedAfterUntilItCan() {
        String id = stopped(order -> whole(order).addOutflows(first).addUnreadable("outflows[1].amountFen"));
        gateway().onInquiry(a.getNumber(), bookings(true, first, rest));
        assertThat(freeze().order(id).getFlagsList()).containsExactly("OUTFLOW_UNREADABLE");
        assertSettled(false);

        waitAndAdvance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertSettled(true);
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).containsExactly("OUTFLOW_UNREADABLE outflows[1].amountFen");
    }

    @Test
    void bookingThatCannotBeReadInALaterFeedbackIsAskedAfterToo() {
        String id = stopped(this::whole);
        gateway().onInquiry(a.getNumber(), bookings(true, first));
        freeze().callBack(ICBC, whole(id).addUnreadable("outflows[0].payee.number"));
        assertThat(freeze().order(id).getAwaitsBookings()).isTrue();

        waitAndAdvance();

        awaitOrder(caseId, b, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
    }
}
