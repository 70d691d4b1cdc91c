package org.stoppayment.gateway.banks;

/** Which of the queued calls to an institution goes first; the first constant first. */
enum CallPriority {
    /** A first attempt about a known mule. */
    URGENT,
    /** Any other first attempt to hold money or to release it. */
    FRESH,
    /** Another attempt, an inquiry, a query, or a refund. There may be a backlog of these after an outage. */
    RESEND
}
