package org.stoppayment.recovery.ledger.messaging;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.recovery.ledger.domain.FundsMoved;
import org.stoppayment.recovery.shared.messaging.UnreadableEventException;

/** The events of one call: those that can be booked and those that are rejected. */
record Delivery(List<FundsMoved> events, List<RejectedEvent> rejected) {

    static Delivery read(List<Event> delivered) {
        List<FundsMoved> events = new ArrayList<>(delivered.size());
        List<RejectedEvent> rejected = new ArrayList<>();
        for (Event event : delivered) {
            try {
                events.add(FundsMovedWire.parse(event));
            } catch (UnreadableEventException unbookable) {
                rejected.add(RejectedEvent.newBuilder()
                        .setEventId(event.getEventId())
                        .setReason(unbookable.reason())
                        .build());
            }
        }
        return new Delivery(events, rejected);
    }
}
