package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Filing;

/** Filings, by request id. */
@ApplicationScoped
class FilingRepository implements PanacheRepositoryBase<FilingEntity, UUID> {

    /** All revisions of the filing of a case, oldest first. */
    Uni<List<Filing>> ofCase(UUID caseId) {
        return list("caseId = ?1 order by revision", caseId)
                .map(found -> found.stream().map(FilingEntity::filing).toList());
    }

    /** The revision that counts. */
    Uni<Optional<Filing>> lastOfCase(UUID caseId) {
        return find("caseId = ?1 order by revision desc", caseId).firstResult().map(found -> Optional.ofNullable(found)
                .map(FilingEntity::filing));
    }
}
