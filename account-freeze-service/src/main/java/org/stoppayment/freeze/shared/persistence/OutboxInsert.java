package org.stoppayment.freeze.shared.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.SqlStatement;

/** Writes one event in a transaction of several statements; the hot path writes its events in its own statement. */
public final class OutboxInsert {

    private static final SqlStatement INSERT = SqlStatement.load(
            "sql/shared/insert_event.sql",
            "event_id uuid, case_id uuid, type text, occurred_at timestamptz, data bytea, due_at timestamptz");

    private OutboxInsert() {}

    /** {@code rows} with the columns of their events, for statements that write events themselves. */
    public static <T> RowParameters<T> columns(RowParameters<T> rows, Function<T, OutboxEvent> event) {
        return rows.id("event_id", row -> event.apply(row).eventId())
                .id("case_id", row -> event.apply(row).caseId())
                .text("type", row -> event.apply(row).type())
                .instant("occurred_at", row -> event.apply(row).occurredAt())
                .bytes("data", row -> event.apply(row).data())
                .instant("due_at", row -> event.apply(row).dueAt());
    }

    public static Uni<Void> in(SqlConnection connection, OutboxEvent event) {
        return INSERT.execute(
                        connection,
                        event.eventId().value(),
                        event.caseId().value(),
                        event.type(),
                        event.occurredAt(),
                        event.data(),
                        event.dueAt())
                .replaceWithVoid();
    }
}
