package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Money that moved once: into an account, out of one, or from one to another.
 *
 * @param id the fact that tells of it
 * @param payer the account that it left, where known
 * @param payee the account that it entered; empty when it left for cash, a merchant or an account that nobody follows
 * @param fen the sum, above zero
 * @param at when the payer's institution booked it
 * @param creditedAt when the payee's institution booked it; as {@code at} where that is not told
 * @param sequence order among bookings of the same moment
 * @param origin whose money it is, and what is known of that; empty when it is to be taken from the payer's money
 * @param reportedBy the case whose victim reported it, when it comes from the payer's money: the holder's part of that is the victim's
 * @param isCredited true when the payee's institution told of it
 * @param refundTo the case whose victim it was paid back to: that victim's money left
 */
public record Flow(
        FlowId id,
        Optional<AccountRef.Key> payer,
        Optional<AccountRef.Key> payee,
        long fen,
        Instant at,
        Instant creditedAt,
        long sequence,
        Optional<Origin> origin,
        Optional<CaseId> reportedBy,
        boolean isCredited,
        Optional<CaseId> refundTo) {

    public Flow {
        if (fen <= 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: above 0)");
        }
        if (payer.isEmpty() && origin.isEmpty()) {
            throw new IllegalArgumentException("origin: none (expected: some without a payer)");
        }
    }

    /** A flow of which the payee's institution has not told. */
    public Flow(
            FlowId id,
            Optional<AccountRef.Key> payer,
            Optional<AccountRef.Key> payee,
            long fen,
            Instant at,
            Instant creditedAt,
            long sequence,
            Optional<Origin> origin,
            Optional<CaseId> reportedBy) {
        this(id, payer, payee, fen, at, creditedAt, sequence, origin, reportedBy, false, Optional.empty());
    }

    /** The same flow, with the time at which the payee's institution booked it. */
    Flow creditedAt(Instant moment) {
        return new Flow(id, payer, payee, fen, at, moment, sequence, origin, reportedBy, true, refundTo);
    }

    /** The booking out of the payer's account that tells of it. */
    AccountBooking asBooking() {
        return new AccountBooking(id.account(), false, id.serial(), id.ordinal(), fen, at, sequence, payee);
    }

    /**
     * Whose money came from outside.
     *
     * @param shares by owner
     * @param provenance how well that is known
     * @param level transfers between it and a victim: 0 for money that a victim paid
     */
    public record Origin(Shares shares, Provenance provenance, int level) {}
}
