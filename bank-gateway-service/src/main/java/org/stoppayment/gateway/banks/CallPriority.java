package org.stoppayment.gateway.banks;

/** Which of the queued calls to an institution goes first; the first constant first. */
enum CallPriority {
    /** A first attempt about a known mule. */
    URGENT,
    /** Any other first attempt. */
    FRESH,
    /** Another attempt, an inquiry, or an officer's query. There may be a backlog of these after an outage. */
    RESEND,
    /** A query that the suite asks by itself: nobody waits for it. */
    BACKGROUND;

    /** True for first attempts, which may use every place. */
    boolean isFirstAttempt() {
        return this == URGENT || this == FRESH;
    }
}
