package org.stoppayment.recovery.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.recovery.application.BookingMovements.Booked;

/** Counts booked, replayed and rejected events after the commit. */
@ApplicationScoped
class InboxMetrics {

    private final Counter entriesBooked;
    private final Counter eventsReplayed;
    private final Counter eventsRejected;

    InboxMetrics(MeterRegistry registry) {
        entriesBooked = Counter.builder("recovery.entries.booked")
                .description("Ledger entries booked")
                .register(registry);
        eventsReplayed = Counter.builder("recovery.events.replayed")
                .description("Events that had been booked before")
                .register(registry);
        eventsRejected = Counter.builder("recovery.events.rejected")
                .description("Events that can never be booked")
                .register(registry);
    }

    void count(Booked booked, Delivery delivery) {
        entriesBooked.increment(booked.entries());
        eventsReplayed.increment(booked.replayedEvents());
        eventsRejected.increment(delivery.rejected().size());
    }
}
