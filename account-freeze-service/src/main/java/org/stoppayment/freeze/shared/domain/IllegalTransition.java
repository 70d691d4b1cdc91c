package org.stoppayment.freeze.shared.domain;

/** An event that is not allowed in a state. */
public final class IllegalTransition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalTransition(String what, Enum<?> from, Enum<?> event) {
        super(event + " cannot happen to " + what + " that is " + from);
    }
}
