package org.stoppayment.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** The outbox table. Its rows are written by the statement that makes the change, and claimed and deleted here. */
@ApplicationScoped
class OutboxTable {

    private static final SqlStatement CLAIM = SqlStatement.load(
            "sql/outbox/claim_events.sql", "due_by timestamptz, leased_until timestamptz, max_events int");
    private static final SqlStatement MAKE_WAITING_DUE =
            SqlStatement.load("sql/outbox/make_waiting_events_due.sql", "now timestamptz");
    private static final SqlStatement DEFER =
            SqlStatement.load("sql/outbox/defer_events.sql", "now timestamptz, event_ids uuid[]");
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

    /** Longer than any event waits: the longest deferral is 30 s. */
    private static final Duration MAX_WAIT = Duration.ofHours(1);

    private final Pool pool;

    OutboxTable(Pool pool) {
        this.pool = pool;
    }

    /** Claims due events; nobody else claims them before the lease ends. */
    Uni<List<OutboxEvent>> claimDue(Instant now, Duration lease, int maxEvents) {
        return claim(now, now.plus(lease), maxEvents);
    }

    /** Claims the event that is due first, even if it is not due yet; empty when there is no event. */
    Uni<List<OutboxEvent>> claimNext(Instant now, Duration lease) {
        return claim(now.plus(MAX_WAIT), now.plus(lease), 1);
    }

    private Uni<List<OutboxEvent>> claim(Instant dueBy, Instant leasedUntil, int maxEvents) {
        return CLAIM.execute(pool, dueBy, leasedUntil, maxEvents).map(rows -> Rows.list(rows, OutboxTable::event));
    }

    /** Makes all events due that no service has deferred: those in their head start, and those under a lease. */
    Uni<Void> makeWaitingDue(Instant now) {
        return MAKE_WAITING_DUE.execute(pool, now).replaceWithVoid();
    }

    /** Tries events again later that the next service cannot accept yet: after 1 s, doubled each time up to 30 s. */
    Uni<Void> defer(Instant now, Set<EventId> eventIds) {
        return DEFER.execute(pool, now, eventIds.stream().map(EventId::value).toList())
                .replaceWithVoid();
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
