package org.stoppayment.simulator.behaviour;

/** What can be wrong with an institution. */
public enum FaultKind {
    /** Nothing; with {@code delayMillis}, only slow. */
    NONE(true),
    /** Takes the order and never answers (25 s, then the connection is reset). */
    HANG(false),
    /** Answers 500. */
    ERROR_500(false),
    /** Resets the connection. */
    RESET(false),
    /** Answers 200 with a body that is not JSON. */
    GARBAGE(true),
    /** Answers rightly, but the body dribbles in over ten seconds. */
    SLOW_BODY(true),
    /** Answers with the feedback of another application id. */
    WRONG_APPLICATION_ID(true),
    /** Says that it stopped the account an hour from now; an inquiry says so too. */
    FUTURE_STOP(true),
    /** Tells the first half of the outflows, and that more are to come; an inquiry is told all of them. */
    OUTFLOWS_IN_TWO_PARTS(true),
    /** Calls back, and waits for the callback to be acknowledged, before it answers 202. */
    CALLBACK_BEFORE_202(true),
    /** Answers 202 and signs the callback with a wrong secret. */
    WRONG_SIGNATURE(true),
    /** Stops listening: connections are refused until the fault is cleared. */
    DOWN(false);

    private final boolean booksByDefault;

    FaultKind(boolean booksByDefault) {
        this.booksByDefault = booksByDefault;
    }

    /** Whether the order takes effect in spite of the fault, unless the fault says otherwise. */
    public boolean booksByDefault() {
        return booksByDefault;
    }
}
