package org.stoppayment.freeze.queries.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.ApplicationId;

/** What queries were answered. All calls run in the session of the caller. */
@ApplicationScoped
class QueryAnswerRepository implements PanacheRepositoryBase<QueryAnswerEntity, UUID> {

    /** Keeps an answer in the place of the one before. The query is locked. */
    Uni<Void> keep(ApplicationId query, String content) {
        return findById(query.value()).chain(row -> {
            if (row != null) {
                row.content = content;
                return Uni.createFrom().voidItem();
            }
            return persist(QueryAnswerEntity.of(query.value(), content)).replaceWithVoid();
        });
    }

    Uni<Map<ApplicationId, String>> of(Collection<ApplicationId> queries) {
        return queries.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : list(
                                "applicationId in ?1",
                                queries.stream().map(ApplicationId::value).toList())
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> new ApplicationId(row.applicationId), row -> row.content)));
    }
}
