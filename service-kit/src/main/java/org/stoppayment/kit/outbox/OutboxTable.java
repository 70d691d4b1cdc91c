package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The outbox table. Its rows are written by the statement that makes the change, and claimed and deleted here. */
@ApplicationScoped
class OutboxTable {

    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/outbox/claim_due_events.sql", "now timestamptz, lease_millis bigint, max_events int");
    private static final SqlStatement DELETE = SqlStatement.load("sql/outbox/delete_events.sql", "event_ids uuid[]");
    private static final BatchStatement<List<Map.Entry<EventId, String>>> REJECT =
            BatchStatement.<List<Map.Entry<EventId, String>>>of("sql/outbox/reject_events.sql")
                    .rows(
                            "rejections",
                            RowParameters.<Map.Entry<EventId, String>>of()
                                    .id("event_id", Map.Entry::getKey)
                                    .text("reason", Map.Entry::getValue),
                            rejections -> rejections)
                    .build();
    static final SqlStatement FIGURES = SqlStatement.load("sql/outbox/read_figures.sql", "now timestamptz");

    private final Pool pool;

    OutboxTable(Pool pool) {
        this.pool = pool;
    }

    /** Claims due events for {@code lease}, doubled with each attempt up to thirty leases. */
    Uni<List<OutboxEvent>> claimDue(Instant now, Duration lease, int maxEvents) {
        return CLAIM_DUE
                .execute(pool, now, lease.toMillis(), maxEvents)
                .map(rows -> Rows.list(rows, OutboxTable::event));
    }

    /** Deletes events that the next service has accepted. */
    Uni<Void> delete(List<EventId> eventIds) {
        return DELETE.execute(pool, eventIds.stream().map(EventId::value).toList())
                .replaceWithVoid();
    }

    /** Marks events that can never be accepted; a person must look at them. */
    Uni<Void> reject(Map<EventId, String> reasons) {
        return REJECT.execute(pool, List.copyOf(reasons.entrySet())).replaceWithVoid();
    }

    /** Number of rejected events, and the age of the oldest other event in seconds. */
    Uni<Map<String, Long>> figures(Instant now) {
        return FIGURES.execute(pool, now)
                .map(rows -> rows.iterator().next())
                .map(row -> Map.of(
                        OutboxGauges.REJECTED,
                        row.getLong(OutboxGauges.REJECTED),
                        OutboxGauges.OLDEST_SECONDS,
                        row.getLong(OutboxGauges.OLDEST_SECONDS)));
    }

    private static OutboxEvent event(Row row) {
        return new OutboxEvent(
                new EventId(row.getUUID("event_id")),
                new CaseId(row.getUUID("case_id")),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getBuffer("data").getBytes());
    }
}
