package org.stoppayment.freeze.shared.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rows of many keys in one statement whose text is constant. A list of values in a query of Panache is another text for each length, which
 * Hibernate translates and Postgres plans anew.
 */
public final class RowsByKey {

    private RowsByKey() {}

    /** The rows whose column {@code key} is one of {@code ids}, locked in their order until the transaction of the caller ends. */
    public static <E> Uni<List<E>> lock(Class<E> entity, String table, String key, Collection<UUID> ids) {
        String sql = "SELECT * FROM %s WHERE %s = ANY (CAST(:ids AS uuid[])) ORDER BY %s FOR UPDATE"
                .formatted(table, key, key);
        UUID[] distinct = ids.stream().distinct().toArray(UUID[]::new);
        return list(entity, sql, Map.of("ids", distinct));
    }

    /** The rows of a native query; parameters are arrays. */
    public static <E> Uni<List<E>> list(Class<E> entity, String sql, Map<String, ? extends Object[]> parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, entity);
            parameters.forEach((name, values) -> query.setParameter(name, Arrays.copyOf(values, values.length)));
            return query.getResultList();
        });
    }
}
