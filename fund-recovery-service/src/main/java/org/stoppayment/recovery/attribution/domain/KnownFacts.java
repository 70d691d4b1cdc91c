package org.stoppayment.recovery.attribution.domain;

import java.util.List;
import java.util.Set;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * What is known of some accounts. All accounts that they paid are among them.
 *
 * @param accounts the accounts
 * @param losses what victims paid into them
 * @param bookings of them
 * @param balances of them, any number an account
 * @param refunds what was paid back to victims out of them
 * @param upstream flows into them from accounts that are not among them, with what these carried
 */
public record KnownFacts(
        Set<AccountRef.Key> accounts,
        List<ReportedLoss> losses,
        List<AccountBooking> bookings,
        List<ToldBalance> balances,
        List<PaidRefund> refunds,
        List<Flow> upstream) {}
