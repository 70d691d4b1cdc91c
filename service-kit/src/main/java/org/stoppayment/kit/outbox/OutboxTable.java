package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kit.postgres.Columns;

/** The rows of the outbox. They are written by the statement that makes the change; here they are claimed and deleted. */
@ApplicationScoped
class OutboxTable {

    // The claim is an expression of its own, so that it runs once and its limit holds whatever plan is chosen.
    private static final String CLAIM_DUE = """
            WITH due AS MATERIALIZED (
                SELECT event_id FROM outbox WHERE due_at <= $1::timestamptz AND rejected IS NULL
                ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            UPDATE outbox SET attempts = attempts + 1,
                due_at = $1::timestamptz + least(power(2, least(attempts, 5)), 30) * $2::bigint * interval '1 millisecond'
            FROM due WHERE outbox.event_id = due.event_id
            RETURNING outbox.event_id, case_id, type, occurred_at, data
            """;
    // Need not survive a crash: a row that comes back is delivered again, and the next service's inbox knows it.
    private static final String DELETE = """
            WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
            DELETE FROM outbox USING quick WHERE event_id = ANY($1)
            """;
    private static final String REJECT =
            "UPDATE outbox SET rejected = r.reason FROM unnest($1::uuid[], $2::text[]) AS r (event_id, reason)"
                    + " WHERE outbox.event_id = r.event_id";
    // An event is due from the start; the sweeper's due_at says only when it is tried again. Ids ascend with time, so
    // the first one
    // is the oldest. What is asked of it is written so that no plan takes the index of due_at, reads all of it and
    // sorts.
    static final String FIGURES = """
            SELECT (SELECT count(*) FROM outbox WHERE rejected IS NOT NULL) AS rejected,
                   coalesce((SELECT greatest(0, extract(epoch FROM $1::timestamptz - occurred_at)) FROM outbox
                             WHERE coalesce(rejected, '') = '' ORDER BY event_id LIMIT 1), 0)::bigint AS oldest_seconds
            """;

    private final Pool pool;

    OutboxTable(Pool pool) {
        this.pool = pool;
    }

    /** Claims due events for {@code lease}, doubled with each attempt up to thirty leases. */
    Uni<List<OutboxEvent>> claimDue(Instant now, Duration lease, int limit) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), lease.toMillis(), limit))
                .map(OutboxTable::events);
    }

    /** Deletes events that the next service has accepted. */
    Uni<Void> delete(List<EventId> eventIds) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(Columns.uuids(eventIds, EventId::value)))
                .replaceWithVoid();
    }

    /** Marks events that can never be accepted; a person must look at them. */
    Uni<Void> reject(Map<EventId, String> reasons) {
        List<Map.Entry<EventId, String>> rows = List.copyOf(reasons.entrySet());
        return pool.preparedQuery(REJECT)
                .execute(Tuple.of(
                        Columns.uuids(rows, row -> row.getKey().value()), Columns.texts(rows, Map.Entry::getValue)))
                .replaceWithVoid();
    }

    /** Number of rejected events, and the age of the oldest other event in seconds. */
    Uni<Map<String, Long>> figures(Instant now) {
        return pool.preparedQuery(FIGURES)
                .execute(Tuple.of(Columns.utc(now)))
                .map(rows -> rows.iterator().next())
                .map(row -> Map.of(
                        OutboxGauges.REJECTED,
                        row.getLong(OutboxGauges.REJECTED),
                        OutboxGauges.OLDEST_SECONDS,
                        row.getLong(OutboxGauges.OLDEST_SECONDS)));
    }

    private static List<OutboxEvent> events(RowSet<Row> rows) {
        List<OutboxEvent> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(new OutboxEvent(
                new EventId(row.getUUID("event_id")),
                new CaseId(row.getUUID("case_id")),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getBuffer("data").getBytes())));
        return events;
    }
}
