package org.stoppayment.gateway.registry.domain;

/** What an institution is; the names are the registry's. */
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
