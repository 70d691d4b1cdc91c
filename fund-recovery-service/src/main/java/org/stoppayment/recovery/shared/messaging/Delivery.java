package org.stoppayment.recovery.shared.messaging;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.RejectedEvent;

/**
 * The events of one call: what was read of them, and those that are rejected.
 *
 * @param <T> what an event says
 * @param content what the events say, in their order
 * @param rejected those that cannot be read
 */
public record Delivery<T>(List<T> content, List<RejectedEvent> rejected) {

    /** Reads what an event says. */
    @FunctionalInterface
    public interface Parser<T> {

        /** What the event says; fails when it can never be taken. */
        T parse(Event event) throws UnreadableEventException;
    }

    /** Reads the events that were delivered together. */
    public static <T> Delivery<T> read(List<Event> delivered, Parser<T> parser) {
        List<T> content = new ArrayList<>(delivered.size());
        List<RejectedEvent> rejected = new ArrayList<>();
        for (Event event : delivered) {
            try {
                content.add(parser.parse(event));
            } catch (UnreadableEventException unreadable) {
                rejected.add(RejectedEvent.newBuilder()
                        .setEventId(event.getEventId())
                        .setReason(unreadable.reason())
                        .build());
            }
        }
        return new Delivery<>(content, rejected);
    }
}
