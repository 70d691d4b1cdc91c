package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * Money that left a stopped account.
 *
 * @param serial serial of the booking; it may be that of another booking, too
 * @param kind how it left
 * @param amount the amount, positive
 * @param bookedAt when it was booked
 * @param sequence order among bookings of the same moment
 * @param payee the account that was paid
 */
public record Outflow(
        String serial, OutflowKind kind, Money amount, Instant bookedAt, long sequence, Optional<Account> payee) {}
