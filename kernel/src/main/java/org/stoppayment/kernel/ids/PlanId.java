package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a plan for the return of money.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record PlanId(UUID value) implements TypedId<PlanId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static PlanId of(String text) {
        return Ids.require("planId", text, PlanId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<PlanId> parse(String text) {
        return Ids.parse(text).map(PlanId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
