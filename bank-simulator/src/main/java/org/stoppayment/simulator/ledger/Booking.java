package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.stoppayment.simulator.wire.AccountId;

/**
 * Money into or out of an account.
 *
 * @param serial the institution's serial
 * @param kind where it came from, or went to
 * @param amountFen the sum in fen
 * @param bookedAt when
 * @param sequence order among all bookings, for those of the same moment
 * @param payee who got it, for a transfer
 */
record Booking(String serial, Kind kind, long amountFen, Instant bookedAt, long sequence, Optional<AccountId> payee) {

    /** In order of time. */
    static final Comparator<Booking> BY_TIME =
            Comparator.comparing(Booking::bookedAt).thenComparing(Booking::sequence);

    /** What kind of booking. */
    enum Kind {
        DEPOSIT,
        TRANSFER,
        CASH,
        MERCHANT
    }
}
