package org.stoppayment.gateway.queries.domain;

/** State of an account at its institution, named as in the contract. */
public enum AccountState {
    /** 正常: in use. */
    NORMAL,
    /** 睡眠: not used for long. */
    DORMANT,
    /** 止付: outgoing payments are stopped. */
    STOPPED,
    /** 冻结: frozen, by a sum or as a whole. */
    FROZEN,
    /** 挂失: reported lost. */
    LOST,
    /** 销户: closed. */
    CLOSED,
    /** Another state. */
    OTHER
}
