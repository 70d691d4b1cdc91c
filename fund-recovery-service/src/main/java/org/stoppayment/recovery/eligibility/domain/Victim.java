package org.stoppayment.recovery.eligibility.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.DisputeId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The victim of a case, as refund officers know them.
 *
 * @param caseId the case
 * @param name as the report gives it, may be empty
 * @param reportedFen what the victim reported to have lost
 * @param identity verified; empty when it is not
 * @param loss proven; empty when it is not: then what was reported counts
 * @param restoredFen what the victim got back by bookings that are known
 * @param disputes open ones
 * @param agent who acts for the victim
 * @param deposits transfers that name no payer account, such as cash paid in
 * @param refundAccount where money is returned to; empty when no account of the victim is known
 * @param refundedFen what was paid to the victim by refunds, or may still be
 */
public record Victim(
        CaseId caseId,
        String name,
        long reportedFen,
        Optional<Identity> identity,
        Optional<ProvenLoss> loss,
        long restoredFen,
        List<Dispute> disputes,
        Optional<Agent> agent,
        List<Deposit> deposits,
        Optional<RefundAccount> refundAccount,
        long refundedFen) {

    /**
     * A verified identity.
     *
     * @param documentDigest SHA-256 of the document that was seen
     * @param verifiedAt when
     */
    public record Identity(String documentDigest, Instant verifiedAt) {}

    /**
     * A proven loss.
     *
     * @param fen the loss
     * @param restoredElsewhereFen what the victim got back outside of this suite
     */
    public record ProvenLoss(long fen, long restoredElsewhereFen) {}

    /**
     * An open dispute about whose money it is.
     *
     * @param id of the dispute
     * @param reason why
     * @param openedAt since when
     */
    public record Dispute(DisputeId id, String reason, Instant openedAt) {}

    /**
     * Who acts for the victim.
     *
     * @param name of the agent
     * @param authorityDigest SHA-256 of the authority; empty while it is missing
     */
    public record Agent(String name, Optional<String> authorityDigest) {}

    /**
     * A transfer that the victim reported without the account that paid, such as cash paid in at a counter or an ATM.
     *
     * @param transferId of the transfer
     * @param payee the account that was paid
     * @param fen the sum; empty when it is not known
     * @param at when; empty when it is not known
     * @param state whether it is confirmed
     */
    public record Deposit(
            TransferId transferId,
            AccountRef.Key payee,
            Optional<Long> fen,
            Optional<Instant> at,
            DepositState state) {}

    /** Whether a deposit is confirmed. */
    public enum DepositState {
        /** By a booking that the payee's institution told of. */
        BOOKED,
        /** Not yet: no booking matches it, and no officer has decided. */
        OPEN,
        /** By an officer. */
        CONFIRMED,
        /** An officer decided that it does not count. */
        REJECTED
    }

    public Victim {
        disputes = List.copyOf(disputes);
        deposits = List.copyOf(deposits);
    }

    /** The loss in fen: proven, else as reported. */
    public long lossFen() {
        return loss.map(ProvenLoss::fen).orElse(reportedFen);
    }

    /** What the victim got back in all, or will by refunds that are ordered, in fen. */
    public long allRestoredFen() {
        return Math.addExact(
                Math.addExact(Math.max(0, restoredFen), refundedFen),
                loss.map(ProvenLoss::restoredElsewhereFen).orElse(0L));
    }
}
