package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Money that moved once: into an account, out of one, or from one to another.
 *
 * @param id the fact that tells of it
 * @param payer the account that it left, when that is followed; empty for money from outside
 * @param payee the account that it entered; empty when it left for cash, a merchant or an account that nobody follows
 * @param fen the sum, above zero
 * @param at when the payer's institution booked it
 * @param sequence order among bookings of the same moment
 * @param origin whose money it is, and what is known of that; empty when it comes from the payer's money
 * @param reportedBy the case whose victim reported it, when it comes from the payer's money: the holder's part of that is the victim's
 */
public record Flow(
        FlowId id,
        Optional<AccountRef.Key> payer,
        Optional<AccountRef.Key> payee,
        long fen,
        Instant at,
        long sequence,
        Optional<Origin> origin,
        Optional<CaseId> reportedBy) {

    public Flow {
        if (fen <= 0) {
            throw new IllegalArgumentException("fen: " + fen + " (expected: above 0)");
        }
        if (payer.isPresent() == origin.isPresent()) {
            throw new IllegalArgumentException("origin: " + origin.isPresent() + " (expected: with no payer)");
        }
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
