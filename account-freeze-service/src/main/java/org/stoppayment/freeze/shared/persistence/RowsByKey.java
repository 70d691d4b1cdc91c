package org.stoppayment.freeze.shared.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rows of many keys in statements whose text is constant. A list of values in a query of Panache is another text for each length, which
 * Hibernate translates and Postgres plans anew. Native queries ask for ids alone: one for all columns would have to name each of them, as
 * Hibernate reads no row that has a column which its entity does not map.
 */
public final class RowsByKey {

    private RowsByKey() {}

    /** The rows whose column {@code key} is one of {@code ids}, locked in their order until the transaction of the caller ends. */
    public static <E> Uni<List<E>> lock(Class<E> entity, String table, String key, Collection<UUID> ids) {
        String sql = "SELECT %s FROM %s WHERE %s = ANY (CAST(:ids AS uuid[])) ORDER BY %s FOR UPDATE"
                .formatted(key, table, key, key);
        UUID[] distinct = ids.stream().distinct().toArray(UUID[]::new);
        return list(entity, sql, Map.of("ids", distinct));
    }

    /** The rows whose ids a native query answers; its parameters are arrays. */
    public static <E> Uni<List<E>> list(Class<E> entity, String sql, Map<String, ? extends Object[]> parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, UUID.class);
            parameters.forEach((name, values) -> query.setParameter(name, Arrays.copyOf(values, values.length)));
            return query.getResultList()
                    .chain(ids ->
                            ids.isEmpty() ? Uni.createFrom().item(List.of()) : session.find(entity, ids.toArray()));
        });
    }
}
