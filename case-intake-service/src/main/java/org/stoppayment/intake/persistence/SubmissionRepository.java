package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reports and supplements, by request id. */
@ApplicationScoped
class SubmissionRepository implements PanacheRepositoryBase<SubmissionEntity, UUID> {

    /** The report of a case, then its supplements, oldest first. */
    Uni<List<SubmissionEntity>> ofCase(UUID caseId) {
        return list("caseId = ?1 order by kind, acceptedAt, requestId", caseId);
    }
}
