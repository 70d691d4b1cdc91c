package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a reported transfer. A correction is a transfer with a new id.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record TransferId(UUID value) implements TypedId<TransferId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static TransferId of(String text) {
        return Ids.require("transferId", text, TransferId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<TransferId> parse(String text) {
        return Ids.parse(text).map(TransferId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
