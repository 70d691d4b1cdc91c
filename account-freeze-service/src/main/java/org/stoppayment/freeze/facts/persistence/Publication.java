package org.stoppayment.freeze.facts.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.facts.application.DueFacts.Published;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;

/** The transaction in which facts are marked as told and their events are written. */
@ApplicationScoped
class Publication {

    private static final BatchStatement<List<OutboxEvent>> INSERT = BatchStatement.<List<OutboxEvent>>of(
                    "sql/facts/insert_events.sql")
            .rows("events", OutboxInsert.columns(RowParameters.of(), event -> event), events -> events)
            .build();

    private final Pool pool;

    Publication(Pool pool) {
        this.pool = pool;
    }

    /** Does what {@code claim} does, and writes the events that it makes, in one commit. */
    Uni<Published> commit(Function<SqlConnection, Uni<Published>> claim) {
        return pool.withTransaction(connection -> claim.apply(connection)
                .call(published -> published.events().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : INSERT.execute(connection, published.events())));
    }
}
