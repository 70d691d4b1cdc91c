package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.Violation;

/**
 * A report or supplement that was found acceptable, with its ids: what becomes durable in one commit.
 *
 * @param requestId made by the caller
 * @param caseId of the case
 * @param kind report or supplement
 * @param channel stable code, empty for a supplement
 * @param fraudType stable code
 * @param receivedAt when the call began
 * @param acceptedAt when it was accepted
 * @param operator the officer on the desk
 * @param transfers with their ids
 * @param protectiveStops as given
 * @param warnings what the operator should put right
 * @param content the request, byte for byte
 */
public record Submission(
        UUID requestId,
        UUID caseId,
        Kind kind,
        String channel,
        String fraudType,
        Instant receivedAt,
        Instant acceptedAt,
        Operator operator,
        List<IdentifiedTransfer> transfers,
        List<ProtectiveStop> protectiveStops,
        List<Violation> warnings,
        Content content) {

    /** What came in. */
    public enum Kind {
        /** The first of a case. */
        REPORT,
        /** What was learned later. */
        SUPPLEMENT
    }

    /**
     * A transfer with its id.
     *
     * @param transferId of the transfer
     * @param transfer as given, numbers normalised
     * @param corrects id of the transfer that this one puts right
     * @param supersedes what others were told of the payment last, which this one takes the place of: the transfer that it
     *     puts right or, where that had no account to stop and was told to nobody, the one that it had put right itself. Known
     *     of what comes in now, not kept
     */
    public record IdentifiedTransfer(
            UUID transferId, Transfer transfer, Optional<UUID> corrects, Optional<UUID> supersedes) {

        /** A transfer that takes no other's place. */
        public IdentifiedTransfer(UUID transferId, Transfer transfer, Optional<UUID> corrects) {
            this(transferId, transfer, corrects, Optional.empty());
        }
    }

    /** Sum of the known amounts of those transfers that put no other right, in fen; overflow throws. */
    public long reportedFen() {
        return transfers.stream()
                .filter(t -> t.corrects().isEmpty())
                .map(t -> t.transfer().countedFen())
                .reduce(0L, Math::addExact);
    }

    /** Ids of the transfers, in the order of the request. */
    public List<UUID> transferIds() {
        return transfers.stream().map(IdentifiedTransfer::transferId).toList();
    }
}
