package org.stoppayment.recovery.plans.domain;

import java.util.Optional;
import org.stoppayment.recovery.eligibility.domain.Eligibility;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;

/**
 * What a victim gets, and whether it may be paid.
 *
 * @param payout the sum and its claim
 * @param victimName as the report gives it
 * @param eligibility of the victim at the account
 * @param refundAccount the account that is paid; empty while none is known
 */
public record PlannedPayout(
        Payout payout, String victimName, Eligibility eligibility, Optional<RefundAccount> refundAccount) {}
