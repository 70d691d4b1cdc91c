package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.BookingsFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.Outflow;

/** Bookings that were told while more were to come, and that the complete answer gives another serial or does not list. */
@QuarkusTest
class PendingBookingsTest extends BookingsFixture {

    @Test
    void successorReplacesAPendingBooking() {
        String id = stoppedWithMoreToCome();
        awaitOrder(caseId, b, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(tainted(awaitFollowed(), a, "1")).isEqualTo(30_000);

        freeze().callBack(ICBC, part(id, true, to(b, "9", 30_000, 25), rest));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isZero();
        assertThat(tainted(trace, a, "9")).isEqualTo(30_000);
        assertThat(database.rows("SELECT serial, replaced_by, pending FROM outflow ORDER BY serial"))
                .containsExactly(List.of("1", "9", "f"), List.of("2", "null", "f"), List.of("9", "null", "f"));
        assertThat(database.number("SELECT count(*) FROM traced_transfer WHERE serial = '1'"))
                .isZero();
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(30_000);
        assertThat(node(trace, a).getSums().getHeldFen()).isEqualTo(30_000);
        assertThat(gateway().sendsTo(b.getNumber())).as("no order is repeated").hasSize(1);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertAddsUp(trace);
    }

    @Test
    void bookingWithoutASuccessorStandsAndIsTold() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true, rest));
        freeze().callBack(ICBC, part(id, true, rest));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isEqualTo(30_000);
        assertThat(tainted(trace, a, "2")).isEqualTo(40_000);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("PENDING_BOOKING_UNLISTED");
        assertThat(told()).containsExactly("PENDING_BOOKING_UNLISTED 1");
        assertAddsUp(trace);

        freeze().callBack(ICBC, part(id, true, first, rest));

        assertThat(freeze().order(id).getFlagsList()).as("it is listed again").isEmpty();
        assertThat(database.number("SELECT count(*) FROM outflow WHERE pending"))
                .isZero();
        assertThat(told()).hasSize(1);
    }

    @Test
    void successorOfALaterCompleteAnswerReplacesIt() {
        String id = stoppedWithMoreToCome();
        freeze().callBack(ICBC, part(id, true, rest));
        awaitTrace(caseId);

        freeze().callBack(ICBC, part(id, true, to(b, "9", 30_000, 20), rest));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isZero();
        assertThat(tainted(trace, a, "9")).isEqualTo(30_000);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertAddsUp(trace);
    }

    @Test
    void bookingOfAnotherSumOrPayeeOrMoreThanTenMinutesAwayIsNoSuccessor() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true, to(b, "7", 29_999, 20), to(c, "8", 30_000, 20), to(b, "9", 30_000, 31)));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isEqualTo(30_000);
        assertThat(tainted(trace, a, "9")).isEqualTo(10_001);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("PENDING_BOOKING_UNLISTED");
        assertAddsUp(trace);
    }

    @Test
    void bookingThatTheCompleteAnswerListsIsNotPending() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true, first, to(b, "9", 30_000, 21)));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isEqualTo(30_000);
        assertThat(tainted(trace, a, "9")).as("another payment of the same sum").isEqualTo(30_000);
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(60_000);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
    }

    @Test
    void replacedBookingThatACompleteAnswerListsCountsAgain() {
        String id = stoppedWithMoreToCome();
        freeze().callBack(ICBC, part(id, true, to(b, "9", 30_000, 21)));
        assertThat(tainted(awaitTrace(caseId), a, "1")).isZero();

        freeze().callBack(ICBC, part(id, false, first));
        assertThat(tainted(awaitTrace(caseId), a, "1")).as("an older message").isZero();
        freeze().callBack(ICBC, part(id, true, first, to(b, "9", 30_000, 21)));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isEqualTo(30_000);
        assertThat(tainted(trace, a, "9")).isEqualTo(30_000);
        assertAddsUp(trace);
    }

    @Test
    void answerWithUnreadableBookingsEndsNoPendingBooking() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true, to(b, "9", 30_000, 21)).addUnreadable("outflows[1].serial"));

        Trace trace = awaitFollowed();
        assertThat(tainted(trace, a, "1")).isEqualTo(30_000);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("OUTFLOW_UNREADABLE");
    }

    @Test
    void taintBelowAReplacedBookingIsWorkedOutAnew() {
        Account d = Report.account(ICBC);
        Outflow.Builder pending = to(b, "1", 80_000, 20);
        gateway().onSend(a.getNumber(), bookings(false, pending, to(c, "2", 50_000, 25)));
        moved(b, 0, to(d, "1", 80_000, 40));
        String id = stopped();
        awaitOrder(caseId, d, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(tainted(awaitFollowed(), b, "1")).isEqualTo(80_000);

        freeze().callBack(ICBC, part(id, true, to(c, "2", 50_000, 25), to(b, "3", 80_000, 28)));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "2")).as("it is the first now").isEqualTo(50_000);
        assertThat(tainted(trace, a, "3")).isEqualTo(50_000);
        assertThat(tainted(trace, b, "1")).isEqualTo(50_000);
        assertThat(node(trace, d).getSums().getReceivedFen()).isEqualTo(50_000);
        assertThat(gateway().sendsTo(d.getNumber())).hasSize(1);
        assertAddsUp(trace);
    }

    /** The trace while bookings are still awaited. */
    private Trace awaitFollowed() {
        awaitQuiet();
        book();
        awaitQuiet();
        return freeze().trace(caseId);
    }

    private List<String> told() {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_BOOKING_UNCLEAR)
                .map(Alert::getDetail)
                .toList();
    }
}
