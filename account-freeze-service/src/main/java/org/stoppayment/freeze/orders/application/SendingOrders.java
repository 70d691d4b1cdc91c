package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.orders.application.admission.SendsInFlight;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Sends orders and records the outcome. Holds no database session while it waits for an institution. */
@ApplicationScoped
public class SendingOrders {

    private static final Logger LOG = Logger.getLogger(SendingOrders.class);

    private final PacedInstitutions institutions;
    private final RecordingAnswers recording;
    private final SendsInFlight inFlight;
    private final InstantSource clock;

    public SendingOrders(
            PacedInstitutions institutions, RecordingAnswers recording, SendsInFlight inFlight, InstantSource clock) {
        this.institutions = institutions;
        this.recording = recording;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    /** Sends an order that is durably SENDING; returns at once. After a failure here, the order is due when its lease ends. */
    public void send(StopOrder order) {
        sendAndRecord(order).subscribe().with(recorded -> {});
    }

    /** Sends a QUEUED order, once its row says SENDING; ends when it is on its way. */
    public Uni<Void> sendQueued(StopOrder queued) {
        return sending(queued).invoke(moved -> moved.ifPresent(this::send)).replaceWithVoid();
    }

    /** Sends a QUEUED order, once its row says SENDING; ends when the outcome is durable. */
    Uni<Void> sendQueuedAndRecord(StopOrder queued) {
        return sending(queued).chain(moved -> moved.map(this::sendAndRecord)
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<StopOrder>> sending(StopOrder queued) {
        return recording.move(queued, new StopOrderEvent.Sent(), clock.instant());
    }

    private Uni<Void> sendAndRecord(StopOrder order) {
        Uni<Void> recorded = institutions
                .send(order)
                .chain(answer -> recording.record(order, answer))
                .replaceWithVoid();
        return inFlight.track(order.account().institutionCode(), recorded)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "What came of order %s could not be recorded (%s); an inquiry will find it",
                        order.applicationId(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
