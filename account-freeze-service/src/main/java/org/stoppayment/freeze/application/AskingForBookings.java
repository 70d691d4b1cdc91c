package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.freeze.domain.StopOrderEvent;
import org.stoppayment.kit.logging.WithoutMessages;

/** Inquires after bookings that an institution said are to come. What it says to that, or that it says nothing, moves no order. */
@ApplicationScoped
class AskingForBookings {

    private static final Logger LOG = Logger.getLogger(AskingForBookings.class);

    private final Institutions institutions;
    private final RecordingAnswers recording;

    AskingForBookings(Institutions institutions, RecordingAnswers recording) {
        this.institutions = institutions;
        this.recording = recording;
    }

    /**
     * Inquires, and returns at once: an institution that takes its time keeps no stop from lapsing. What fails here is due
     * again after its lease.
     */
    void ask(StopOrder order) {
        if (order.awaited().isAny()) {
            answer(order)
                    .chain(answer -> recording.recordBookingsInquiry(order, answer))
                    .subscribe()
                    .with(
                            recorded -> {},
                            failure -> LOG.warnf(
                                    "What came of an inquiry for bookings of order %s could not be recorded (%s)",
                                    order.applicationId(), WithoutMessages.brief(failure)));
        }
    }

    /** An institution that never had the order is not asked; only the time that it has runs. */
    private Uni<Answer> answer(StopOrder order) {
        return order.mayHaveBeenSent()
                ? institutions.inquire(order)
                : Uni.createFrom().item(new Answer.Happened(new StopOrderEvent.NotKnown()));
    }
}
