package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reported transfers and their corrections. */
@ApplicationScoped
class TransferRepository implements PanacheRepositoryBase<TransferEntity, UUID> {

    /** The transfers of all submissions of a case. */
    Uni<List<TransferEntity>> ofCase(UUID caseId) {
        return list("caseId = ?1 order by ordinal", caseId);
    }

    /** The cases with a transfer from or to accounts of this number. Two searches, each by an index of its own. */
    Uni<List<UUID>> casesOf(String accountNumber) {
        return list("payeeNumber = ?1 and payeeNumber <> ''", accountNumber)
                .chain(paid -> list("payerNumber = ?1 and payerNumber <> ''", accountNumber)
                        .map(paying -> Stream.concat(paid.stream(), paying.stream())
                                .map(transfer -> transfer.caseId)
                                .distinct()
                                .toList()));
    }

    /** The transfers of one submission, in its order. */
    Uni<List<TransferEntity>> ofSubmission(SubmissionEntity submission) {
        return list("caseId = ?1 and requestId = ?2 order by ordinal", submission.caseId, submission.requestId);
    }
}
