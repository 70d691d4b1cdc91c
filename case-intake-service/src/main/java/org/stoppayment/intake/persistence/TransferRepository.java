package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reported transfers and their corrections. */
@ApplicationScoped
class TransferRepository implements PanacheRepositoryBase<TransferEntity, UUID> {

    /** The transfers of all submissions of a case. */
    Uni<List<TransferEntity>> ofCase(UUID caseId) {
        return list("caseId = ?1 order by ordinal", caseId);
    }

    /** The transfers of one submission, in its order. */
    Uni<List<TransferEntity>> ofSubmission(SubmissionEntity submission) {
        return list("caseId = ?1 and requestId = ?2 order by ordinal", submission.caseId, submission.requestId);
    }
}
