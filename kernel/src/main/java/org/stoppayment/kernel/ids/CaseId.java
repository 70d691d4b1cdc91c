package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a fraud case. Everything that belongs to the case carries it.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record CaseId(UUID value) implements TypedId<CaseId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static CaseId of(String text) {
        return Ids.require("caseId", text, CaseId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<CaseId> parse(String text) {
        return Ids.parse(text).map(CaseId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
