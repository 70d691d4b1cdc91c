package org.stoppayment.freeze.queries.domain;

import java.util.Optional;

/** What a query asks. */
public enum QueryKind {
    /** 账户持有人: who holds the account. */
    HOLDER("holder"),
    /** 账户余额: what is on it, and what holds that. */
    BALANCE("balance"),
    /** 交易明细: its bookings since a moment, in pages. */
    TRANSACTIONS("transactions"),
    /** 全账户: all accounts of its holder at the institution, in pages. */
    ACCOUNTS("accounts"),
    /** 动态查询: until an end, each new booking is reported. */
    WATCH("watch"),
    /** 解除动态查询: ends a watch. */
    WATCH_END("");

    private final String part;

    QueryKind(String part) {
        this.part = part;
    }

    /** Name of the part of an answer that it asks for; empty when it asks for none. */
    public Optional<String> part() {
        return Optional.of(part).filter(name -> !name.isEmpty());
    }

    /** True when the institution may owe a part of what it answers, and says so. */
    public boolean mayBeIncomplete() {
        return this == TRANSACTIONS || this == ACCOUNTS;
    }
}
