package org.stoppayment.recovery.plans.domain;

import org.stoppayment.recovery.eligibility.domain.Eligibility;

/**
 * What a victim gets, and whether it may be paid.
 *
 * @param payout the sum and its claim
 * @param victimName as the report gives it
 * @param eligibility of the victim at the account
 */
public record PlannedPayout(Payout payout, String victimName, Eligibility eligibility) {}
