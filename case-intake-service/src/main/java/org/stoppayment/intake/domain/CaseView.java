package org.stoppayment.intake.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.TransferId;
import org.stoppayment.kernel.Violation;

/**
 * A case with its report and all supplements, oldest first.
 *
 * @param summary the summary of the case
 * @param submissions its report and supplements
 * @param transfers all transfers, corrections included
 * @param withdrawal how it was withdrawn; empty while it is not
 */
public record CaseView(
        CaseSummary summary,
        List<Received> submissions,
        List<IdentifiedTransfer> transfers,
        Optional<Withdrawal> withdrawal) {

    /**
     * The transfer that was last published for a payment: the transfer itself if it names an account to stop, else the one
     * that it corrects; empty when nothing was published for the payment.
     */
    public Optional<TransferId> lastPublished(TransferId transferId) {
        return transfers.stream()
                .filter(one -> one.transferId().equals(transferId))
                .findFirst()
                .flatMap(one -> one.transfer().payee().isNamed()
                        ? Optional.of(transferId)
                        : one.corrects().flatMap(this::lastPublished));
    }

    /**
     * A received report or supplement.
     *
     * @param kind report or supplement
     * @param content the request, byte for byte
     * @param warnings found when it was accepted
     */
    public record Received(Submission.Kind kind, Content content, List<Violation> warnings) {}
}
