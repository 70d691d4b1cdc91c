package org.stoppayment.simulator.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A query of the gateway about an account (即时查询); only the fields that the simulator uses.
 *
 * @param applicationId the idempotency key
 * @param kind what is asked
 * @param account the account that is asked about
 * @param name the holder's name, empty when not given
 * @param since TRANSACTIONS: the first moment of the bookings
 * @param pageToken TRANSACTIONS and ACCOUNTS: from the page before
 * @param until WATCH: when the watch ends
 * @param originalApplicationId WATCH_END: the watch to end
 */
public record Query(
        String applicationId,
        Kind kind,
        AccountId account,
        Optional<String> name,
        Optional<Instant> since,
        Optional<String> pageToken,
        Optional<Instant> until,
        Optional<String> originalApplicationId) {

    /** What a query asks. */
    public enum Kind {
        /** 账户持有人, 100303. */
        HOLDER,
        /** 账户余额. */
        BALANCE,
        /** 交易明细, 100301. */
        TRANSACTIONS,
        /** 全账户, 100309. */
        ACCOUNTS,
        /** 动态查询, 100305. */
        WATCH,
        /** 解除动态查询, 100307. */
        WATCH_END
    }
}
