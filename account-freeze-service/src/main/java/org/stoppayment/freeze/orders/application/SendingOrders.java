package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Sends orders and records what came of it. No session is open while an institution is waited for. */
@ApplicationScoped
public class SendingOrders {

    private static final Logger LOG = Logger.getLogger(SendingOrders.class);

    private final Institutions institutions;
    private final RecordingAnswers recording;
    private final InstantSource clock;

    SendingOrders(Institutions institutions, RecordingAnswers recording, InstantSource clock) {
        this.institutions = institutions;
        this.recording = recording;
        this.clock = clock;
    }

    /** Sends an order that is durably SENDING; returns at once. What fails here is found by its lease. */
    public void send(StopOrder order) {
        institutions
                .send(order)
                .chain(answer -> recording.record(order, answer))
                .subscribe()
                .with(
                        recorded -> {},
                        failure -> LOG.warnf(
                                "What came of order %s could not be recorded (%s); an inquiry will find it",
                                order.applicationId(), SanitizedThrowable.brief(failure)));
    }

    /** Sends an order that is QUEUED: first the row says so, then it goes out. */
    public Uni<Void> sendQueued(StopOrder queued) {
        return recording
                .move(queued, new StopOrderEvent.Sent(), clock.instant())
                .invoke(moved -> moved.ifPresent(this::send))
                .replaceWithVoid();
    }
}
