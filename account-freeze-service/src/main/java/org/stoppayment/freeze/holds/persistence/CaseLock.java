package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.stoppayment.kernel.CaseId;

/** Locks a filed case until the transaction ends. Its table has no entity: statements write it. */
final class CaseLock {

    private static final String LOCK = "SELECT case_id FROM filed_case WHERE case_id = :caseId FOR NO KEY UPDATE";

    private CaseLock() {}

    static Uni<Void> take(CaseId caseId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("caseId", caseId.value())
                        .getResultList())
                .replaceWithVoid();
    }
}
