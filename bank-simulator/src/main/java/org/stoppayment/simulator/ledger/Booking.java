package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Money into or out of an account.
 *
 * @param serial the institution's own serial for it
 * @param reference the paying institution's serial: by it a stop order may name the booking, too
 * @param kind where it came from, or went to
 * @param amountFen the sum in fen
 * @param bookedAt when
 * @param sequence order among all bookings, for those of the same moment
 * @param other the account on the other side, as far as it is known
 */
record Booking(
        String serial,
        String reference,
        Kind kind,
        long amountFen,
        Instant bookedAt,
        long sequence,
        Optional<Party> other) {

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

    /** An account on the other side; without an institution when nobody said which. */
    record Party(Optional<String> institutionCode, String number) {}
}
