package org.stoppayment.freeze.shared.messaging;

/** An event that can never be taken. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, without personal data */
    public UnreadableEvent(String reason) {
        super(reason);
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
