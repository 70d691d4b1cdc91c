package org.stoppayment.kernel;

/** What an account is kept as; the names are the wire's. */
public enum AccountKind {
    /** Not said. */
    UNSPECIFIED,
    /** 个人银行账户. */
    BANK_PERSONAL,
    /** 对公账户. */
    BANK_CORPORATE,
    /** 支付账户. */
    PAYMENT,
    /** 预付卡. */
    PREPAID,
    /** 游戏点卡. */
    GAME_CREDIT;

    /** True when a number of this kind that looks like a card must pass Luhn. */
    public boolean isCard() {
        return this == BANK_PERSONAL;
    }
}
