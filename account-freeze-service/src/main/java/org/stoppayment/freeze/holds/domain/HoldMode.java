package org.stoppayment.freeze.holds.domain;

/** How much of an account a freeze holds. */
public enum HoldMode {
    /** 限额冻结: the disputed sum only. */
    LIMITED,
    /** 全额冻结: the whole account, with what comes in later. */
    FULL
}
