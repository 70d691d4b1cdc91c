package org.stoppayment.freeze.holds.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** Locks an account for requests of freezes until the transaction ends. Requests about other accounts do not wait. */
final class RequestLock {

    private static final String LOCK =
            "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:request, 0))) taken";

    private RequestLock() {}

    static Uni<Void> take(Freeze freeze) {
        AccountRef account = freeze.application().account();
        String request = "freeze " + account.institutionCode() + " " + account.number();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("request", request)
                        .getResultList())
                .replaceWithVoid();
    }
}
