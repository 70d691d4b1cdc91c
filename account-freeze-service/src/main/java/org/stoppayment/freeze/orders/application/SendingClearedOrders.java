package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.kernel.ids.ApplicationId;

/** Sends orders that waited for a person because the account seemed to be a victim's, once it no longer does. */
@ApplicationScoped
public class SendingClearedOrders {

    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final SendingOrders sending;
    private final InstantSource clock;

    public SendingClearedOrders(
            StopOrders orders, RecordingAnswers recording, SendingOrders sending, InstantSource clock) {
        this.orders = orders;
        this.recording = recording;
        this.sending = sending;
        this.clock = clock;
    }

    /** Ends once the order is on its way; does nothing if a person has resolved it meanwhile. */
    public Uni<Void> send(ApplicationId applicationId) {
        return orders.find(applicationId)
                .map(Optional::orElseThrow)
                .chain(order -> order.phase() == Phase.MANUAL
                        ? recording.move(order, routed(order), clock.instant()).chain(this::sendQueued)
                        : Uni.createFrom().voidItem());
    }

    private static StopOrderEvent routed(StopOrder order) {
        return new StopOrderEvent.Routed(order.account().institutionCode(), "");
    }

    private Uni<Void> sendQueued(Optional<StopOrder> queued) {
        return queued.map(sending::sendQueued).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
