package org.stoppayment.gateway.registry.domain;

/** The kind of an institution, named as in the registry file. */
public enum InstitutionKind {
    /** A bank. */
    BANK,
    /** 支付机构. */
    PAYMENT,
    /** An issuer of prepaid cards. */
    PREPAID,
    /** An issuer of game credit. */
    GAME_CREDIT
}
