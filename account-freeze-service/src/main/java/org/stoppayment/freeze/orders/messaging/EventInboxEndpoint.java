package org.stoppayment.freeze.orders.messaging;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.orders.application.PlacingStopOrders;
import org.stoppayment.freeze.orders.application.WithdrawingCases;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.logging.SanitizedThrowable;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxService;
import org.stoppayment.proto.common.v1.RejectedEvent;

/** Takes intake's events; answers once their effect is durable. */
@GrpcService
class EventInboxEndpoint implements EventInboxService {

    private static final Logger LOG = Logger.getLogger(EventInboxEndpoint.class);
    private static final int MAX_EVENTS = 256;

    private final PlacingStopOrders placing;
    private final WithdrawingCases withdrawing;

    EventInboxEndpoint(PlacingStopOrders placing, WithdrawingCases withdrawing) {
        this.placing = placing;
        this.withdrawing = withdrawing;
    }

    private record Delivery(boolean taken, Optional<Throwable> failure) {}

    @Override
    public Uni<DeliverEventsResponse> deliverEvents(DeliverEventsRequest request) {
        if (request.getEventsCount() < 1 || request.getEventsCount() > MAX_EVENTS) {
            throw new ServiceException.InvalidInput(
                    "events",
                    "OUT_OF_RANGE",
                    "value: " + request.getEventsCount() + " (expected: 1.." + MAX_EVENTS + ")");
        }
        DeliverEventsResponse.Builder response = DeliverEventsResponse.newBuilder();
        List<Event> readable = new ArrayList<>();
        List<Uni<Delivery>> deliveries = new ArrayList<>();
        for (Event event : request.getEventsList()) {
            try {
                deliveries.add(take(event)
                        .map(taken -> new Delivery(taken, Optional.empty()))
                        .onFailure()
                        .recoverWithItem(failure -> new Delivery(false, Optional.of(failure))));
                readable.add(event);
            } catch (ReportAcceptedParser.Unreadable unreadable) {
                response.addRejected(RejectedEvent.newBuilder()
                        .setEventId(event.getEventId())
                        .setReason(unreadable.reason()));
            }
        }
        if (deliveries.isEmpty()) {
            return Uni.createFrom().item(response.build());
        }
        return Uni.join().all(deliveries).andFailFast().chain(all -> {
            if (all.stream().allMatch(delivery -> delivery.failure().isPresent())) {
                return Uni.createFrom().failure(all.get(0).failure().orElseThrow());
            }
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).taken()) {
                    defer(readable.get(i), all.get(i), response);
                }
            }
            return Uni.createFrom().item(response.build());
        });
    }

    /** False when the event must be delivered again, after another one. */
    private Uni<Boolean> take(Event event) {
        return CaseWithdrawnParser.reads(event)
                ? withdrawing.withdraw(CaseWithdrawnParser.parse(event))
                : placing.place(ReportAcceptedParser.parse(event))
                        .map(outcome -> outcome == PlacingStopOrders.Outcome.PLACED);
    }

    /** Defers one event, so that the others of its delivery are not sent again. */
    private static void defer(Event event, Delivery delivery, DeliverEventsResponse.Builder response) {
        response.addDeferredEventIds(event.getEventId());
        delivery.failure()
                .ifPresentOrElse(
                        failure -> LOG.warnf(
                                "Event %s stays with its sender (%s)",
                                event.getEventId(), SanitizedThrowable.brief(failure)),
                        () -> LOG.infof(
                                "Event %s waits with its sender for an earlier event of its case", event.getEventId()));
    }
}
