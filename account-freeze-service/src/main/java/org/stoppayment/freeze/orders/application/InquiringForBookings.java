package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;

/** Inquires after bookings that an institution said are to come. What it says to that, or that it says nothing, moves no order. */
@ApplicationScoped
class InquiringForBookings {

    private final Institutions institutions;
    private final RecordingAnswers recording;

    InquiringForBookings(Institutions institutions, RecordingAnswers recording) {
        this.institutions = institutions;
        this.recording = recording;
    }

    /** Inquires, where bookings are to come; ends once it is durable what came of that. What fails is due again after its lease. */
    Uni<Void> ask(StopOrder order) {
        return order.awaited().isAny()
                ? answer(order).chain(answer -> recording.recordBookingsInquiry(order, answer))
                : Uni.createFrom().voidItem();
    }

    /** An institution that never had the order is not asked; only the time that it has runs. */
    private Uni<Answer> answer(StopOrder order) {
        return order.mayHaveBeenSent()
                ? institutions.inquire(order)
                : Uni.createFrom().item(new Answer.Happened(new StopOrderEvent.NotKnown()));
    }
}
