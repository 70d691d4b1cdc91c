package org.stoppayment.gateway.domain;

/** What an order asks for, as far as the gateway knows: it keeps no orders. */
public enum OrderKind {
    /** To stop an account. */
    STOP,
    /** To lift a stop, or either of both: an inquiry or a callback names the order by its id only. */
    LIFT_OR_STOP
}
