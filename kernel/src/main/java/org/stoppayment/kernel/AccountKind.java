package org.stoppayment.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The kind of an account, named as in the contract. */
public enum AccountKind {
    /** Not given. */
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

    /** The kind with this name; empty when there is none. */
    public static Optional<AccountKind> ofName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** True when a number of this kind that looks like a card must pass Luhn. */
    public boolean isCard() {
        return this == BANK_PERSONAL;
    }
}
