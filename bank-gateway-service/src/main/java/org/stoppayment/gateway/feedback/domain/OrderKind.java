package org.stoppayment.gateway.feedback.domain;

/** What an order requests, as far as the gateway knows: it stores no orders. */
public enum OrderKind {
    /** A stop. */
    STOP,
    /** A freeze, or a change of its sum. */
    FREEZE,
    /** An order to pay frozen money back. */
    REFUND,
    /** A query: it holds nothing, and is answered otherwise. */
    QUERY,
    /**
     * A lift or an extension of a stop, a lift or a renewal of a freeze; or unknown, because an inquiry or a callback has only the
     * id of the order.
     */
    ANY
}
