package org.stoppayment.recovery.messaging;

import java.io.Serial;

/** An event can never be booked. The reason is {@code field: value (expected: …)}, without personal data. */
final class UnbookableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnbookableException(String field, String value, String expected) {
        super(field + ": " + value + " (expected: " + expected + ")", null, false, false);
        this.reason = field + ": " + value + " (expected: " + expected + ")";
    }

    String reason() {
        return reason;
    }
}
