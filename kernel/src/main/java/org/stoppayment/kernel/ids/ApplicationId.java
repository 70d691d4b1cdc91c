package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a stop order (业务申请编号). It is made before the order is sent and stays the same for every attempt.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record ApplicationId(UUID value) implements TypedId<ApplicationId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static ApplicationId of(String text) {
        return Ids.require("applicationId", text, ApplicationId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<ApplicationId> parse(String text) {
        return Ids.parse(text).map(ApplicationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
