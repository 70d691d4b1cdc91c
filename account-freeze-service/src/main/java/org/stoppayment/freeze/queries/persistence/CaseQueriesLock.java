package org.stoppayment.freeze.queries.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.stoppayment.kernel.CaseId;

/** Locks the queries of a case until the transaction ends. A case has no row of its own to lock. */
final class CaseQueriesLock {

    private static final String LOCK =
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('account_query ' || :caseId, 0)) AS text)";

    private CaseQueriesLock() {}

    static Uni<Void> take(CaseId caseId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("caseId", caseId.toString())
                        .getResultList())
                .replaceWithVoid();
    }
}
