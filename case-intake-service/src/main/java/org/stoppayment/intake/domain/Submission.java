package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/**
 * A valid report or supplement with its ids: what is stored in one commit.
 *
 * @param requestId made by the caller
 * @param caseId of the case
 * @param kind report or supplement
 * @param channel stable code, empty for a supplement
 * @param fraudType stable code
 * @param receivedAt when the call began
 * @param acceptedAt when it was accepted
 * @param operator the officer on the desk
 * @param victimName as the case's report gives it, may be empty; not stored by itself
 * @param transfers with their ids
 * @param protectiveStops as given
 * @param warnings what the operator should correct
 * @param content the request, byte for byte
 */
public record Submission(
        UUID requestId,
        CaseId caseId,
        Kind kind,
        String channel,
        String fraudType,
        Instant receivedAt,
        Instant acceptedAt,
        Operator operator,
        String victimName,
        List<IdentifiedTransfer> transfers,
        List<ProtectiveStop> protectiveStops,
        List<Violation> warnings,
        Content content) {

    /** The kind of request. */
    public enum Kind {
        /** Opens a case. */
        REPORT,
        /** Adds to a case. */
        SUPPLEMENT
    }

    /**
     * A transfer with its id.
     *
     * @param transferId of the transfer
     * @param transfer as given, numbers normalised
     * @param corrects id of the transfer that this one corrects
     * @param supersedes id of the published transfer that this one replaces: the corrected transfer or, where that one had no
     *     account to stop and was not published, the one that it had corrected itself. Set for new submissions only, not stored
     * @param supersedesPayerOf id of the transfer without an account to stop that this one corrects, if it was published for its payer.
     *     Set for new submissions only, not stored
     */
    public record IdentifiedTransfer(
            TransferId transferId,
            Transfer transfer,
            Optional<TransferId> corrects,
            Optional<TransferId> supersedes,
            Optional<TransferId> supersedesPayerOf) {

        /** A transfer that replaces no published transfer. */
        public IdentifiedTransfer(TransferId transferId, Transfer transfer, Optional<TransferId> corrects) {
            this(transferId, transfer, corrects, Optional.empty(), Optional.empty());
        }
    }

    /** Sum of the known amounts of all transfers that are not corrections, in fen; overflow throws. */
    public long reportedFen() {
        return transfers.stream()
                .filter(t -> t.corrects().isEmpty())
                .map(t -> t.transfer().countedFen())
                .reduce(0L, Math::addExact);
    }

    /** Ids of the transfers, in the order of the request. */
    public List<TransferId> transferIds() {
        return transfers.stream().map(IdentifiedTransfer::transferId).toList();
    }
}
