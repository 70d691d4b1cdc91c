package org.stoppayment.recovery.shared.messaging;

import java.io.Serial;

/** An event can never be taken. The reason is {@code field: value (expected: …)}, without personal data. */
public final class UnreadableEventException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param field that is wrong
     * @param value of the field, never personal data
     * @param expected instead
     */
    public UnreadableEventException(String field, String value, String expected) {
        super(field + ": " + value + " (expected: " + expected + ")", null, false, false);
        this.reason = field + ": " + value + " (expected: " + expected + ")";
    }

    /** What is wrong. */
    public String reason() {
        return reason;
    }
}
