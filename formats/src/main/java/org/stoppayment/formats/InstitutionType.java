package org.stoppayment.formats;

/** The kind of an institution in the registry file. */
public enum InstitutionType {
    /** A bank. */
    BANK,
    /** 支付机构. */
    PAYMENT,
    /** An issuer of prepaid cards. */
    PREPAID,
    /** An issuer of game credit. */
    GAME_CREDIT
}
