package org.stoppayment.recovery.payments.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What an institution told of a payment.
 *
 * @param id the institution's own id of the payment
 * @param paidFen sum, above zero
 * @param paidAt when
 * @param returned what came back; empty when nothing did
 */
public record Receipt(String id, long paidFen, Instant paidAt, Optional<Return> returned) {

    /**
     * Money that came back.
     *
     * @param fen sum, above zero
     * @param at when
     * @param reason as the institution says it, may be empty
     */
    public record Return(long fen, Instant at, String reason) {}

    /** What of it the victim has. */
    public long keptFen() {
        return Math.max(0, paidFen - returned.map(Return::fen).orElse(0L));
    }

    /** This receipt, and what of its money came back: the highest sum that was told, and no more than was paid. */
    Receipt returned(Return told) {
        long known = returned.map(Return::fen).orElse(0L);
        Return back = new Return(Math.min(paidFen, told.fen()), told.at(), told.reason());
        return back.fen() > known ? new Receipt(id, paidFen, paidAt, Optional.of(back)) : this;
    }
}
