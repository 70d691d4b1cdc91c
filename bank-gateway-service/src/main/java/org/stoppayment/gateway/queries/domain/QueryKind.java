package org.stoppayment.gateway.queries.domain;

/** What a query asks, named as in the contract. */
public enum QueryKind {
    /** 账户持有人 (100303): who holds the account. */
    HOLDER,
    /** 账户余额: what is on the account, and what holds it. */
    BALANCE,
    /** 交易明细 (100301): the bookings since a moment, in and out. */
    TRANSACTIONS,
    /** 全账户 (100309): all accounts of the holder at the institution. */
    ACCOUNTS,
    /** 动态查询 (100305): from now until an end, each new booking is reported. */
    WATCH,
    /** 解除动态查询 (100307): ends a watch. */
    WATCH_END
}
