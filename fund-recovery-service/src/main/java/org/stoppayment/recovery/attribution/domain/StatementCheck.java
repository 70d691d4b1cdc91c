package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether all bookings of an account are told: opening balance + in - out = balance.
 *
 * @param openingFen balance before the first booking: the holder's money
 * @param missingFen what the bookings lack: above zero when more is on the account than they bring, below zero when less is
 * @param balance what the institution told; empty when it told none
 */
public record StatementCheck(long openingFen, long missingFen, Optional<Balance> balance) {

    /**
     * The balance of an account.
     *
     * @param fen the balance
     * @param asOf when it was that
     */
    public record Balance(long fen, Instant asOf) {}

    /** True when all bookings are told. */
    public boolean isComplete() {
        return balance.isPresent() && missingFen == 0;
    }
}
