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

    /** This receipt, and that its money came back. */
    Receipt returned(Return back) {
        return new Receipt(id, paidFen, paidAt, Optional.of(back));
    }
}
