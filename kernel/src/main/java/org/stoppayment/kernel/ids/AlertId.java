package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of an alert for the duty officers.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record AlertId(UUID value) implements TypedId<AlertId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static AlertId of(String text) {
        return Ids.require("alertId", text, AlertId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<AlertId> parse(String text) {
        return Ids.parse(text).map(AlertId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
