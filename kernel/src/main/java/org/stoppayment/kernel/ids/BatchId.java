package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a batch of plans for the return of money.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record BatchId(UUID value) implements TypedId<BatchId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static BatchId of(String text) {
        return Ids.require("batchId", text, BatchId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<BatchId> parse(String text) {
        return Ids.parse(text).map(BatchId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
