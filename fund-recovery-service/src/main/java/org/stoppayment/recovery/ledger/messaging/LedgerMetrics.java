package org.stoppayment.recovery.ledger.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.stoppayment.recovery.ledger.application.BookingMovements.Booked;

/** Counts booked and replayed events after the commit. Made with its user, so that the counters are there before the first event. */
@Singleton
class LedgerMetrics {

    private final Counter entriesBooked;
    private final Counter eventsReplayed;

    LedgerMetrics(MeterRegistry registry) {
        entriesBooked = Counter.builder("recovery.entries.booked")
                .description("Ledger entries booked")
                .register(registry);
        eventsReplayed = Counter.builder("recovery.events.replayed")
                .description("Events that had been booked before")
                .register(registry);
    }

    void count(Booked booked) {
        entriesBooked.increment(booked.entries());
        eventsReplayed.increment(booked.replayedEvents());
    }
}
