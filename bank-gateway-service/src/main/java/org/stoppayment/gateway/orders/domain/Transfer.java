package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.kernel.Money;

/**
 * A payment into the account to stop, as far as known.
 *
 * @param amount the amount, empty when unknown
 * @param currency ISO 4217 code
 * @param at when the payer's institution booked it
 * @param serial serial of the booking, a hint; empty when unknown
 * @param payer the account that paid
 */
public record Transfer(
        Optional<Money> amount, String currency, Optional<Instant> at, String serial, Optional<Account> payer) {}
