package org.stoppayment.freeze.shared.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Claims due rows: those that another replica works on are left out ({@code FOR UPDATE SKIP LOCKED}). Panache has no word for it. */
public final class SkipLocked {

    private SkipLocked() {}

    /** At most {@code max} rows of an entity that fulfil the condition. */
    public static <E> Uni<List<E>> list(Class<E> entity, String condition, Map<String, Object> parameters, int max) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<E> query = session.createSelectionQuery("where " + condition, entity)
                    .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                    .setMaxResults(max);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }
}
