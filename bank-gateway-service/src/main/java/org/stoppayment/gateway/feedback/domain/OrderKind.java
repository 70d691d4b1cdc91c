package org.stoppayment.gateway.feedback.domain;

/** What an order requests, as far as the gateway knows: it stores no orders. */
public enum OrderKind {
    /** A stop. */
    STOP,
    /** A lift or an extension; or unknown, because an inquiry or a callback has only the id of the order. */
    ANY
}
