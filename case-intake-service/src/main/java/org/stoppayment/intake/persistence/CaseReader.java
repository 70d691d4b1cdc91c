package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.intake.application.Cases;
import org.stoppayment.intake.domain.CaseFilter;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/** Reads cases. */
@ApplicationScoped
class CaseReader implements Cases, PanacheRepositoryBase<CaseEntity, UUID> {

    private final SubmissionRepository submissions;
    private final TransferRepository transfers;
    private final WithdrawalRepository withdrawals;
    private final FilingRepository filings;
    private final ClosingRepository closings;

    CaseReader(
            SubmissionRepository submissions,
            TransferRepository transfers,
            WithdrawalRepository withdrawals,
            FilingRepository filings,
            ClosingRepository closings) {
        this.submissions = submissions;
        this.transfers = transfers;
        this.withdrawals = withdrawals;
        this.filings = filings;
        this.closings = closings;
    }

    @Override
    @WithSession
    public Uni<Optional<CaseView>> find(CaseId caseId) {
        return findById(caseId.value())
                .onItem()
                .ifNotNull()
                .transformToUni(this::view)
                .map(Optional::ofNullable);
    }

    private Uni<CaseView> view(CaseEntity found) {
        return submissions.ofCase(found.caseId).chain(received -> transfers
                .ofCase(found.caseId)
                .chain(reported -> withdrawals.ofCase(found.caseId).chain(withdrawal -> filings.ofCase(found.caseId)
                        .chain(filed -> closings.ofCase(found.caseId)
                                .map(closing -> new CaseView(
                                        found.summary(),
                                        received.stream()
                                                .map(submission -> submission.received(idsOf(submission, reported)))
                                                .toList(),
                                        inOrder(reported, received),
                                        withdrawal,
                                        filed,
                                        closing))))));
    }

    private static List<TransferId> idsOf(SubmissionEntity submission, List<TransferEntity> reported) {
        return reported.stream()
                .filter(transfer -> transfer.requestId.equals(submission.requestId))
                .map(transfer -> new TransferId(transfer.transferId))
                .toList();
    }

    /** Sorted by submission and position, because ids of the same millisecond have no order. */
    private static List<IdentifiedTransfer> inOrder(List<TransferEntity> reported, List<SubmissionEntity> received) {
        List<UUID> requestIds =
                received.stream().map(submission -> submission.requestId).toList();
        Set<UUID> shown = Set.copyOf(requestIds);
        return reported.stream()
                .filter(transfer ->
                        shown.contains(transfer.requestId)) // not what was committed between the two queries
                .sorted(Comparator.comparingInt(transfer -> requestIds.indexOf(transfer.requestId)))
                .map(TransferEntity::identified)
                .toList();
    }

    @Override
    @WithSession
    public Uni<List<CaseSummary>> list(CaseFilter filter, Optional<CaseId> before, int limit) {
        return filter.accountNumber()
                .map(number -> transfers.casesOf(number).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(cases -> new CaseQuery(filter, before, cases)
                        .in(this)
                        .page(0, limit)
                        .list())
                .map(page -> page.stream().map(CaseEntity::summary).toList());
    }
}
