package org.stoppayment.intake.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.Violation;

/**
 * A case with all that came in for it, oldest first.
 *
 * @param summary the case in one line
 * @param submissions its report and supplements
 * @param transfers all transfers, corrections included
 */
public record CaseView(CaseSummary summary, List<Received> submissions, List<IdentifiedTransfer> transfers) {

    /**
     * What others were told of a payment last: the transfer itself if it names an account to stop, else the one that it put
     * right; empty when nobody was told of the payment yet.
     */
    public Optional<UUID> lastAnnounced(UUID transferId) {
        return transfers.stream()
                .filter(one -> one.transferId().equals(transferId))
                .findFirst()
                .flatMap(one -> one.transfer().payee().isNamed()
                        ? Optional.of(transferId)
                        : one.corrects().flatMap(this::lastAnnounced));
    }

    /**
     * What came in.
     *
     * @param kind report or supplement
     * @param content the request, byte for byte
     * @param warnings what was found
     */
    public record Received(Submission.Kind kind, Content content, List<Violation> warnings) {}
}
