package org.stoppayment.freeze.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_FEEDBACK_CONFLICT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.BookingsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outflow;

/** Each thing that an institution says against itself is told once; that other such things were told before hides none. */
@QuarkusTest
class ContradictionAlertTest extends BookingsFixture {

    /** The details of all alerts of a kind, oldest first, after two looks. What is told at one moment has no order. */
    private List<String> told(AlertKind kind) {
        time.jump(Duration.ofSeconds(1));
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == kind)
                .sorted((one, other) -> one.getAlertId().compareTo(other.getAlertId()))
                .map(Alert::getDetail)
                .toList();
    }

    private void saysTwice(Feedback.Builder word) {
        freeze().callBack(ICBC, word);
        freeze().callBack(ICBC, word);
    }

    @Test
    void flagThatComesBesideAnotherIsTold() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first));
        time.jump(BUDGET);
        advance();
        awaitInquiriesNoted(id, 1);
        assertToldOnce(id);

        saysTwice(part(id, true, first).addUnreadable("outflows[1].amountFen"));

        assertThat(freeze().order(id).getFlagsList()).containsExactly("BOOKINGS_INCOMPLETE", "OUTFLOW_UNREADABLE");
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR))
                .containsExactly("BOOKINGS_INCOMPLETE", "OUTFLOW_UNREADABLE outflows[1].amountFen");

        saysTwice(part(id, true, first));
        assertThat(freeze().order(id).getFlagsList()).as("it told all").isEmpty();
    }

    @Test
    void eachWordAgainstTheFirstIsToldOnce() {
        Instant otherMoment = stoppedAt.truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        String id = stoppedWithMoreToCome();

        saysTwice(Outcomes.stopped(id, otherMoment, 30_000));
        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).containsExactly("IN_EFFECT after 0000: 0000 " + otherMoment);
        time.jump(Duration.ofHours(24));
        saysTwice(Feedback.newBuilder().setApplicationId(id).setResultCode("0301"));

        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT))
                .containsExactly("IN_EFFECT after 0000: 0000 " + otherMoment, "IN_EFFECT after 0000: 0301");
    }

    @Test
    void wordsBetweenTwoLooksAreToldEach() {
        String id = stoppedWithMoreToCome();

        for (String code : List.of("0301", "1303", "0301")) {
            freeze().callBack(ICBC, Feedback.newBuilder().setApplicationId(id).setResultCode(code));
        }

        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT))
                .containsExactlyInAnyOrder("IN_EFFECT after 0000: 0301", "IN_EFFECT after 0000: 1303");
    }

    @Test
    void eachSerialWithTwoContentsIsToldOnce() {
        Outflow.Builder other = to(c, "1", 31_000, 20);
        String id = stoppedWithMoreToCome();

        saysTwice(part(id, true, first, other));
        saysTwice(part(id, true, other));
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).containsExactly("SERIAL_REUSED 1");
        saysTwice(part(id, true, first, rest, to(b, "2", 41_000, 30)));

        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).containsExactly("SERIAL_REUSED 1", "SERIAL_REUSED 2");
    }

    @Test
    void wordThatIsOddInTwoWaysIsOneAlert() {
        gateway()
                .onSend(
                        a.getNumber(),
                        id -> Bank.done(Outcomes.of(part(id, true, first, to(c, "1", 31_000, 20))
                                .addUnreadable("outflows[2].amountFen")
                                .addUnreadable("outflows[3].serial"))));
        stopped();

        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR))
                .containsExactly("OUTFLOW_UNREADABLE outflows[2].amountFen outflows[3].serial, SERIAL_REUSED 1");
    }
}
