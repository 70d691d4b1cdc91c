package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.stoppayment.simulator.wire.AccountId;

/**
 * A booking into or out of an account.
 *
 * @param serial the institution's own serial for it
 * @param reference the paying institution's serial; a stop order may use it, too
 * @param kind kind of the booking
 * @param amountFen the sum in fen
 * @param bookedAt when it was booked
 * @param sequence order of bookings at the same moment
 * @param counterparty the other account, as far as known
 */
record Booking(
        String serial,
        String reference,
        Kind kind,
        long amountFen,
        Instant bookedAt,
        long sequence,
        Optional<Party> counterparty) {

    /** By time, then by sequence. */
    static final Comparator<Booking> BY_TIME =
            Comparator.comparing(Booking::bookedAt).thenComparing(Booking::sequence);

    /** The kind of a booking. */
    enum Kind {
        DEPOSIT,
        TRANSFER,
        CASH,
        MERCHANT
    }

    /** The other account; its institution may be unknown. */
    record Party(Optional<String> institutionCode, String number) {

        static Party of(AccountId account) {
            return new Party(Optional.of(account.institutionCode()), account.number());
        }
    }
}
