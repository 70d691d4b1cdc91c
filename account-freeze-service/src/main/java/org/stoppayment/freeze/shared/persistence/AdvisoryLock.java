package org.stoppayment.freeze.shared.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.SortedSet;

/** Locks what has no row of its own, until the transaction of the caller ends. Panache has no word for it. */
public final class AdvisoryLock {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0)) AS locked";

    private static final String LOCKS = "SELECT count(pg_advisory_xact_lock(hashtextextended(name, 0))) AS locked"
            + " FROM (SELECT name FROM unnest(CAST(:names AS text[])) WITH ORDINALITY AS subject (name, place)"
            + " ORDER BY place OFFSET 0) ordered";

    private AdvisoryLock() {}

    /** Waits for the locks of all {@code subjects}, in their order, which is the same for everybody; several must not wait for each other. */
    public static Uni<Void> takeAll(String kind, SortedSet<String> subjects) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCKS)
                        .setParameter(
                                "names",
                                subjects.stream().map(one -> kind + " " + one).toArray(String[]::new))
                        .getResultList())
                .replaceWithVoid();
    }

    /** Waits for the lock of {@code subject}, among the locks of {@code kind}. */
    public static Uni<Void> take(String kind, Object subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK)
                        .setParameter("name", kind + " " + subject)
                        .getResultList())
                .replaceWithVoid();
    }
}
