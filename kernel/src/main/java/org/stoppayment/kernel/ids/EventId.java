package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of an event that one service sends to another. The receiver handles each id once.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record EventId(UUID value) implements TypedId<EventId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static EventId of(String text) {
        return Ids.require("eventId", text, EventId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<EventId> parse(String text) {
        return Ids.parse(text).map(EventId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
