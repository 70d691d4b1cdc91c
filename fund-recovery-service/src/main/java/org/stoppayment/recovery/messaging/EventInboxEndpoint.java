package org.stoppayment.recovery.messaging;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.EventInboxService;
import org.stoppayment.recovery.application.BookingMovements;

/** The inbox for account-freeze's events. Unreadable events are rejected; all others are booked before the answer. */
@GrpcService
class EventInboxEndpoint implements EventInboxService {

    private static final int MAX_EVENTS = 256;

    private final BookingMovements booking;
    private final InboxMetrics metrics;

    EventInboxEndpoint(BookingMovements booking, InboxMetrics metrics) {
        this.booking = booking;
        this.metrics = metrics;
    }

    @Override
    public Uni<DeliverEventsResponse> deliverEvents(DeliverEventsRequest request) {
        int count = request.getEventsCount();
        if (count < 1 || count > MAX_EVENTS) {
            throw new ServiceException.InvalidInput(
                    "events", "OUT_OF_RANGE", "value: " + count + " events (expected: 1.." + MAX_EVENTS + ")");
        }
        Delivery delivery = Delivery.read(request.getEventsList());
        return booking.book(delivery.events())
                .invoke(booked -> metrics.count(booked, delivery))
                .map(booked -> DeliverEventsResponse.newBuilder()
                        .addAllRejected(delivery.rejected())
                        .build());
    }
}
