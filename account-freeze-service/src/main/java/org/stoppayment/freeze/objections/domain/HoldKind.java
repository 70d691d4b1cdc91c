package org.stoppayment.freeze.objections.domain;

/** What holds an account. */
public enum HoldKind {
    /** 紧急止付: a stop, which holds the whole account. */
    STOP,
    /** 冻结: a freeze. */
    FREEZE
}
