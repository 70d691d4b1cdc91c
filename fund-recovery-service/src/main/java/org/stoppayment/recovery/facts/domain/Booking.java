package org.stoppayment.recovery.facts.domain;

import java.time.Instant;
import org.stoppayment.kernel.Money;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A booking of an account, as its institution told it.
 *
 * @param account the account
 * @param direction into or out of it
 * @param serial at the institution
 * @param ordinal which of the bookings under this serial, from 1
 * @param revision of this fact
 * @param kind what for
 * @param amount the sum
 * @param bookedAt when
 * @param sequence order among bookings of the same moment, 0 when not known
 * @param counterparty the account that paid or was paid; its parts are empty for cash and merchants
 * @param isReplaced true when another booking has taken its place
 */
public record Booking(
        AccountRef account,
        Direction direction,
        String serial,
        int ordinal,
        int revision,
        Kind kind,
        Money amount,
        Instant bookedAt,
        long sequence,
        Party counterparty,
        boolean isReplaced)
        implements Fact<Booking.Key> {

    /** Which way the money went. */
    public enum Direction {
        /** Into the account. */
        IN,
        /** Out of the account. */
        OUT
    }

    /** What the money went for. */
    public enum Kind {
        /** From or to another account. */
        TRANSFER,
        /** In cash. */
        CASH,
        /** For goods, or onto a prepaid card. */
        MERCHANT
    }

    /** What identifies a booking. */
    public record Key(AccountRef.Key account, Direction direction, String serial, int ordinal) {}

    @Override
    public Key key() {
        return new Key(account.key(), direction, serial, ordinal);
    }
}
