package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.intake.application.Cases;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;

/** Reads cases. */
@ApplicationScoped
class CaseReader implements Cases, PanacheRepositoryBase<CaseEntity, UUID> {

    @ApplicationScoped
    static class SubmissionReader implements PanacheRepositoryBase<SubmissionEntity, UUID> {}

    @ApplicationScoped
    static class TransferReader implements PanacheRepositoryBase<TransferEntity, UUID> {}

    private final SubmissionReader submissions;
    private final TransferReader transfers;

    CaseReader(SubmissionReader submissions, TransferReader transfers) {
        this.submissions = submissions;
        this.transfers = transfers;
    }

    @Override
    public Uni<Optional<CaseView>> find(UUID caseId) {
        return Panache.withSession(() -> findById(caseId)
                .chain(found -> found == null
                        ? Uni.createFrom().item(Optional.empty())
                        : view(found).map(Optional::of)));
    }

    private Uni<CaseView> view(CaseEntity found) {
        return submissions
                .list("caseId = ?1 order by kind, acceptedAt, requestId", found.caseId) // the report, then supplements
                .chain(received -> transfers
                        .list("caseId = ?1 order by ordinal", found.caseId)
                        .map(moved -> new CaseView(
                                found.summary(),
                                received.stream()
                                        .map(SubmissionEntity::received)
                                        .toList(),
                                inOrder(moved, received))));
    }

    /** Ids made within a millisecond have no order: the submission and the place in it decide. */
    private static List<IdentifiedTransfer> inOrder(List<TransferEntity> moved, List<SubmissionEntity> received) {
        List<UUID> requestIds =
                received.stream().map(submission -> submission.requestId).toList();
        Set<UUID> shown = Set.copyOf(requestIds);
        return moved.stream()
                .filter(transfer -> shown.contains(transfer.requestId)) // not what arrived between the two queries
                .sorted(Comparator.comparingInt(transfer -> requestIds.indexOf(transfer.requestId)))
                .map(TransferEntity::identified)
                .toList();
    }

    @Override
    public Uni<List<CaseSummary>> list(Optional<UUID> before, int most) {
        return Panache.withSession(() -> before.map(id -> find("caseId < ?1 order by caseId desc", id))
                        .orElseGet(() -> find("order by caseId desc"))
                        .page(0, most)
                        .list())
                .map(page -> page.stream().map(CaseEntity::summary).toList());
    }
}
