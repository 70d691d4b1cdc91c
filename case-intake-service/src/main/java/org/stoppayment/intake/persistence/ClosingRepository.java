package org.stoppayment.intake.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Closing;

/** Closings, by request id. */
@ApplicationScoped
class ClosingRepository implements PanacheRepositoryBase<ClosingEntity, UUID> {

    /** The closing of a case. */
    Uni<Optional<Closing>> ofCase(UUID caseId) {
        return find("caseId", caseId).firstResult().map(found -> Optional.ofNullable(found)
                .map(ClosingEntity::closing));
    }
}
