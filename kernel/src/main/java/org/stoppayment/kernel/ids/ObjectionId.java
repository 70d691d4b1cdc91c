package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of an objection of the holder of a held account.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record ObjectionId(UUID value) implements TypedId<ObjectionId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static ObjectionId of(String text) {
        return Ids.require("objectionId", text, ObjectionId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<ObjectionId> parse(String text) {
        return Ids.parse(text).map(ObjectionId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
