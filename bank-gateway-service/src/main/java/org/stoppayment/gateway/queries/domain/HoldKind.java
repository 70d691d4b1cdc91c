package org.stoppayment.gateway.queries.domain;

/** What holds money on an account, named as in the contract. */
public enum HoldKind {
    /** 止付. */
    STOP,
    /** 限额冻结. */
    LIMITED_FREEZE,
    /** 全额冻结. */
    FULL_FREEZE,
    /** Anything else, such as a pledge. */
    OTHER
}
