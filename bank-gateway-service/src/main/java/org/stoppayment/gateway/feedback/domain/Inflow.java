package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * Money that came into a stopped account.
 *
 * @param serial serial of the booking at the account's institution; it may be that of another booking, too
 * @param amount the amount, positive
 * @param bookedAt when it was booked
 * @param payer the account that paid, as far as known; empty for a cash deposit
 */
public record Inflow(String serial, Money amount, Instant bookedAt, Optional<Account> payer) {}
