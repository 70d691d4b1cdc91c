package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.TransferId;

/**
 * A case with its report and all supplements, oldest first.
 *
 * @param summary the summary of the case
 * @param submissions its report and supplements
 * @param transfers all transfers, corrections included
 * @param withdrawal how it was withdrawn; empty while it is not
 * @param filings how it was filed, oldest revision first: the last one counts
 * @param closing how it was closed after it was filed; empty while it is not
 */
public record CaseView(
        CaseSummary summary,
        List<Received> submissions,
        List<IdentifiedTransfer> transfers,
        Optional<Withdrawal> withdrawal,
        List<Filing> filings,
        Optional<Closing> closing) {

    /**
     * The transfer that was last published for a payment: the transfer itself if it names an account to stop, else the one
     * that it corrects; empty when nothing was published for the payment.
     */
    public Optional<TransferId> lastPublished(TransferId transferId) {
        return find(transferId)
                .flatMap(one -> one.transfer().payee().isNamed()
                        ? Optional.of(transferId)
                        : one.corrects().flatMap(this::lastPublished));
    }

    /**
     * The transfer without an account to stop that was last published for its payer; empty when the payment has an account to stop, or
     * when nothing was published for it.
     */
    public Optional<TransferId> lastPublishedPayer(TransferId transferId) {
        return find(transferId)
                .filter(one -> !one.transfer().payee().isNamed())
                .flatMap(one -> one.transfer().payer().isNamed()
                        ? Optional.of(transferId)
                        : one.corrects().flatMap(this::lastPublishedPayer));
    }

    /** Its report, as received. */
    public Optional<Content> report() {
        return submissions.stream()
                .filter(received -> received.kind() == Submission.Kind.REPORT)
                .map(Received::content)
                .findFirst();
    }

    /** The transfers that no other transfer corrects. */
    public List<IdentifiedTransfer> counting() {
        Set<TransferId> corrected = corrected();
        return transfers.stream()
                .filter(transfer -> !corrected.contains(transfer.transferId()))
                .toList();
    }

    /** The last correction of a transfer; the transfer itself when nothing corrects it. */
    public TransferId latest(TransferId transferId) {
        return transfers.stream()
                .filter(one -> one.corrects().filter(transferId::equals).isPresent())
                .findFirst()
                .map(one -> latest(one.transferId()))
                .orElse(transferId);
    }

    /** What was found in the report and its supplements, but for what is about transfers that were corrected since. */
    public List<CaseWarning> warnings() {
        Set<TransferId> corrected = corrected();
        return submissions.stream()
                .flatMap(received ->
                        received.warnings().stream().map(warning -> CaseWarning.of(warning, transfersOf(received))))
                .filter(warning ->
                        warning.transferId().filter(corrected::contains).isEmpty())
                .toList();
    }

    /** When each transfer became durable. */
    public Map<TransferId, Instant> acceptedAt() {
        Map<TransferId, Instant> times = new HashMap<>();
        submissions.forEach(received -> received.transferIds().forEach(id -> times.put(id, received.acceptedAt())));
        return times;
    }

    private List<IdentifiedTransfer> transfersOf(Received received) {
        return received.transferIds().stream().flatMap(id -> find(id).stream()).toList();
    }

    private Set<TransferId> corrected() {
        return transfers.stream()
                .flatMap(transfer -> transfer.corrects().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<IdentifiedTransfer> find(TransferId transferId) {
        return transfers.stream()
                .filter(one -> one.transferId().equals(transferId))
                .findFirst();
    }

    /**
     * A received report or supplement.
     *
     * @param kind report or supplement
     * @param acceptedAt when it became durable
     * @param content the request, byte for byte
     * @param warnings found when it was accepted
     * @param transferIds ids of its transfers and then of its corrections, in the order of the request
     */
    public record Received(
            Submission.Kind kind,
            Instant acceptedAt,
            Content content,
            List<Violation> warnings,
            List<TransferId> transferIds) {}
}
