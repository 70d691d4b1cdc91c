package org.stoppayment.gateway.feedback.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of an order, made before it is first sent and the same on every attempt: the institution's idempotency key.
 *
 * @param value 1..64 characters of {@code A-Z a-z 0-9 -}
 */
public record ApplicationId(String value) {

    /** The form of an id, for messages. */
    public static final String FORM_IN_WORDS = "1..64 characters of A-Z a-z 0-9 -";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public ApplicationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("applicationId: (expected: " + FORM_IN_WORDS + ")");
        }
    }

    /** The id in {@code text}, empty when the text is not an id. */
    public static Optional<ApplicationId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApplicationId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
