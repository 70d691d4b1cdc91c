package org.stoppayment.recovery.ledger.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.recovery.ledger.application.BookingMovements;
import org.stoppayment.recovery.shared.messaging.Delivery;
import org.stoppayment.recovery.shared.messaging.EventHandler;

/** Books {@code FundsMoved}. */
@ApplicationScoped
class FundsMovedHandler implements EventHandler {

    private final BookingMovements booking;
    private final LedgerMetrics metrics;

    FundsMovedHandler(BookingMovements booking, LedgerMetrics metrics) {
        this.booking = booking;
        this.metrics = metrics;
    }

    @Override
    public String type() {
        return FundsMoved.getDescriptor().getFullName();
    }

    @Override
    public Uni<List<RejectedEvent>> take(List<Event> events) {
        Delivery<org.stoppayment.recovery.ledger.domain.FundsMoved> delivery =
                Delivery.read(events, FundsMovedWire::parse);
        return booking.book(delivery.content()).invoke(metrics::count).map(booked -> delivery.rejected());
    }
}
