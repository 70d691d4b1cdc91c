package org.stoppayment.freeze.shared.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Columns;
import org.stoppayment.kit.postgres.ParameterRows;

/** Writes one event in a transaction of several statements; the hot path writes its events in its own statement. */
public final class OutboxInsert {

    private static final String SQL =
            "INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at) VALUES ($1, $2, $3, $4, $5, $6)";

    private OutboxInsert() {}

    /** {@code rows} with the columns of their events; for the statements that write events themselves. */
    public static <T> ParameterRows<T> columns(ParameterRows<T> rows, Function<T, OutboxEvent> event) {
        return rows.uuid("event_id", row -> event.apply(row).eventId())
                .uuid("case_id", row -> event.apply(row).caseId())
                .text("type", row -> event.apply(row).type())
                .instant("occurred_at", row -> event.apply(row).occurredAt())
                .bytes("data", row -> event.apply(row).data())
                .instant("due_at", row -> event.apply(row).dueAt());
    }

    public static Uni<Void> in(SqlConnection connection, OutboxEvent event) {
        return connection
                .preparedQuery(SQL)
                .execute(Tuple.tuple()
                        .addValue(event.eventId())
                        .addValue(event.caseId())
                        .addValue(event.type())
                        .addValue(Columns.utc(event.occurredAt()))
                        .addValue(Buffer.buffer(event.data()))
                        .addValue(Columns.utc(event.dueAt())))
                .replaceWithVoid();
    }
}
