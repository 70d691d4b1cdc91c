package org.stoppayment.simulator.behaviour;

/** The kinds of faults. */
public enum FaultKind {
    /** No fault; with {@code delayMillis}, a slow answer. */
    NONE(true),
    /** Receives the order and does not answer; the connection is reset after 25 s. */
    HANG(false),
    /** Answers 500. */
    ERROR_500(false),
    /** Resets the connection. */
    RESET(false),
    /** Answers 200 with a body that is not JSON. */
    GARBAGE(true),
    /** Answers correctly, but sends the body in small chunks over ten seconds. */
    SLOW_BODY(true),
    /** Answers with the feedback of another application id. */
    WRONG_APPLICATION_ID(true),
    /** Answers a query about another account; orders are answered correctly. */
    WRONG_ACCOUNT(true),
    /** Reports a stop moment one hour ahead, also to inquiries. */
    FUTURE_STOP(true),
    /** Reports the first half of the outflows, or of what a query asks for, with {@code complete: false}; an inquiry gets all of them. */
    OUTFLOWS_IN_TWO_PARTS(true),
    /** Reports only the application id and the result code; an inquiry gets the rest. */
    BARE_RESULT(true),
    /** Reports the outflows under preliminary serials with {@code complete: false}; an inquiry gets them under their own. */
    PENDING_OUTFLOWS(true),
    /** Calls back and waits for the acknowledgement before it answers 202. */
    CALLBACK_BEFORE_202(true),
    /** Answers 202 and signs the callback with a wrong secret. */
    WRONG_SIGNATURE(true),
    /** Pays a refund twice: the second payment has a receipt of its own, which is called back and told to inquiries. */
    PAYS_TWICE(true),
    /** Pays half of a refund: 1200. */
    PAYS_LESS(true),
    /** Reports the application id as the receipt of a refund; an inquiry gets the receipt. */
    APPLICATION_ID_AS_RECEIPT(true),
    /** Stops listening: connections are refused until the fault is cleared. */
    DOWN(false);

    private final boolean booksByDefault;

    FaultKind(boolean booksByDefault) {
        this.booksByDefault = booksByDefault;
    }

    /** Whether orders take effect despite the fault, by default. */
    public boolean booksByDefault() {
        return booksByDefault;
    }
}
