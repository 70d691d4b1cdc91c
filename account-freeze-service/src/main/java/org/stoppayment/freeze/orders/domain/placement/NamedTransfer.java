package org.stoppayment.freeze.orders.domain.placement;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;

/**
 * A transfer as an order names it to the payee's institution.
 *
 * @param payer the account that paid; its parts may be empty
 * @param amount the sum, where known
 * @param currency ISO 4217
 * @param bookedAt when it was booked, where known
 * @param serial of the booking, a hint
 */
public record NamedTransfer(
        AccountRef payer, Optional<Money> amount, String currency, Optional<Instant> bookedAt, String serial) {}
