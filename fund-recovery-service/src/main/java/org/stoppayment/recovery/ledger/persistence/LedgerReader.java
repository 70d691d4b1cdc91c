package org.stoppayment.recovery.ledger.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.recovery.ledger.application.Entries;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;

/** Reads the ledger. */
@ApplicationScoped
class LedgerReader implements Entries, PanacheRepositoryBase<LedgerEntryEntity, UUID> {

    @Override
    @WithSession
    public Uni<List<LedgerEntry>> ofCase(CaseId caseId) {
        // Not ordered by entry id, because entry ids are made on arrival.
        return list("caseId = ?1 order by occurredAt, eventId, ordinal", caseId.value())
                .map(found -> found.stream().map(LedgerEntryEntity::entry).toList());
    }
}
