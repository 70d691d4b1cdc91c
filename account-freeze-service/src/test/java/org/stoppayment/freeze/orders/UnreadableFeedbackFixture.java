package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_UNKNOWN;

import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.BookingsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Feedback of which a part is missing. */
abstract class UnreadableFeedbackFixture extends BookingsFixture {

    static Bank says(Function<String, Feedback.Builder> feedback) {
        return id -> Bank.done(Outcomes.of(feedback.apply(id)));
    }

    Feedback.Builder whole(String id) {
        return Outcomes.stopped(id, stoppedAt, 30_000);
    }

    Feedback.Builder withoutBalance(String id) {
        return whole(id).clearBalanceFen();
    }

    String stopped(Function<String, Feedback.Builder> feedback) {
        gateway().onSend(a.getNumber(), says(feedback));
        return stopped();
    }

    List<String> told(AlertKind kind) {
        alert();
        alert();
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == kind)
                .map(Alert::getDetail)
                .toList();
    }

    void assertBooked(long heldFen, long unknownFen) {
        bookAll();
        assertThat(booked(caseId, a, FUNDS_POSITION_HELD)).isEqualTo(heldFen);
        assertThat(booked(caseId, a, FUNDS_POSITION_UNKNOWN)).isEqualTo(unknownFen);
    }
}
