package org.stoppayment.kernel.ids;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a payment to a victim; the institution knows the order by it.
 *
 * @param value the UUID, as the contract and the database hold it
 */
public record PaymentId(UUID value) implements TypedId<PaymentId> {

    /** The id in {@code text}; throws {@link IllegalArgumentException} when the text is not a UUID of 36 characters. */
    public static PaymentId of(String text) {
        return Ids.require("paymentId", text, PaymentId::new);
    }

    /** The id in {@code text}, empty when the text is not a UUID of 36 characters. */
    public static Optional<PaymentId> parse(String text) {
        return Ids.parse(text).map(PaymentId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
