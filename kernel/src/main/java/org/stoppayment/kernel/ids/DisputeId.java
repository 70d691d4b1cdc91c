package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a dispute about whose money an account holds.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record DisputeId(UUID value) implements TypedId<DisputeId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static DisputeId of(String text) {
        return Ids.require("disputeId", text, DisputeId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<DisputeId> parse(String text) {
        return Ids.parse(text).map(DisputeId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
