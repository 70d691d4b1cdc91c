package org.stoppayment.gateway.feedback.domain;

/** What an order asks for, as far as the gateway knows: it keeps no orders. */
public enum OrderKind {
    /** To stop an account. */
    STOP,
    /** To lift or extend a stop, or any of these: an inquiry or a callback names the order by its id only. */
    ANY
}
