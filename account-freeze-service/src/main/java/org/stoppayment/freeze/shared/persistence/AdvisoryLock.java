package org.stoppayment.freeze.shared.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Locks what has no row of its own, until the transaction of the caller ends. Panache has no word for it. */
public final class AdvisoryLock {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0)) AS locked";

    private AdvisoryLock() {}

    /** Waits for the lock of {@code subject}, among the locks of {@code kind}. */
    public static Uni<Void> take(String kind, Object subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("name", kind + " " + subject)
                        .getResultList())
                .replaceWithVoid();
    }
}
