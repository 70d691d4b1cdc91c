package org.stoppayment.recovery.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.stoppayment.recovery.application.Entries;
import org.stoppayment.recovery.domain.LedgerEntry;

/** Reads the ledger. */
@ApplicationScoped
class LedgerReader implements Entries, PanacheRepositoryBase<LedgerEntryEntity, UUID> {

    @Override
    public Uni<List<LedgerEntry>> ofCase(UUID caseId) {
        // Nothing of the order may come from the arrival: the entries' own ids are made then.
        return Panache.withSession(() -> list("caseId = ?1 order by occurredAt, eventId, ordinal", caseId))
                .map(found -> found.stream().map(LedgerEntryEntity::entry).toList());
    }
}
