package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;

/** Inquires about bookings that an institution said are to come, and about what it told so that it cannot be read. Its answer, or silence, moves no order. */
@ApplicationScoped
class InquiringForBookings {

    private final PacedInstitutions institutions;
    private final RecordingAnswers recording;

    InquiringForBookings(PacedInstitutions institutions, RecordingAnswers recording) {
        this.institutions = institutions;
        this.recording = recording;
    }

    /** Inquires if bookings are to come; ends once the outcome is durable. A failed inquiry is due again after its lease. */
    Uni<Void> ask(StopOrder order) {
        return order.awaited().isAny()
                ? answer(order).chain(answer -> recording.recordBookingsInquiry(order, answer))
                : Uni.createFrom().voidItem();
    }

    /** Does not ask an institution that never had the order; only the budget runs. */
    private Uni<Answer> answer(StopOrder order) {
        return order.mayHaveBeenSent()
                ? institutions.inquire(order)
                : Uni.createFrom().item(new Answer.Happened(new StopOrderEvent.NotKnown()));
    }
}
