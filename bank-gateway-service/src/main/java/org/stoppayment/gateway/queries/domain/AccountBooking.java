package org.stoppayment.gateway.queries.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.kernel.Money;

/**
 * Money that came into an account or left it.
 *
 * @param serial serial of the booking at the account's institution; it may be that of another booking, too
 * @param direction which way
 * @param kind what for
 * @param amount the amount, positive
 * @param bookedAt when it was booked
 * @param sequence order among bookings of the same moment
 * @param counterparty the account on the other side, as far as known
 * @param balanceAfter the balance after it; empty when it is not told
 */
public record AccountBooking(
        String serial,
        BookingDirection direction,
        BookingKind kind,
        Money amount,
        Instant bookedAt,
        long sequence,
        Optional<Account> counterparty,
        Optional<Money> balanceAfter) {}
