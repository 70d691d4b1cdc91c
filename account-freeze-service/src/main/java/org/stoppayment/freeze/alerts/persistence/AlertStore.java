package org.stoppayment.freeze.alerts.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.kit.postgres.Columns;

/** Alerts in Postgres. */
@ApplicationScoped
public class AlertStore implements Alerts, PanacheRepositoryBase<AlertEntity, UUID> {

    private static final String MANUAL_ENTRIES =
            "SELECT count(*)::int AS entries FROM jsonb_array_elements(timeline) step WHERE step ->> 'state' = 'MANUAL'";

    // Told with each entry into MANUAL. What fails again after it was routed is told again as well, and so is what is
    // newly found in an institution's words. An extension is of no use once its stop has ended: it is told before.
    private static final String UNTOLD = """
            SELECT found.* FROM (
                SELECT 'ORDER_FAILING' AS kind, case_id, application_id, 1 + manual.entries AS occurrence,
                       state || ' after ' || attempts || ' attempts and ' || inquiries || ' inquiries' AS detail
                FROM stop_order JOIN unnest($1::text[], $2::timestamptz[]) AS failing (rule_set, since) USING (rule_set)
                     CROSS JOIN LATERAL (
                """ + MANUAL_ENTRIES + """
                     ) manual
                WHERE first_failure_at <= failing.since AND state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT')
                UNION ALL
                SELECT 'ORDER_FAILING', case_id, follow_up_id, 1,
                       kind || ' ' || follow_up.state || ' of order ' || application_id
                FROM follow_up JOIN stop_order USING (application_id)
                     JOIN unnest($1::text[], $2::timestamptz[]) AS failing (rule_set, since) USING (rule_set)
                WHERE follow_up.due_at IS NOT NULL
                  AND (requested_at <= failing.since
                       OR follow_up.kind = 'EXTENSION' AND stop_order.state = 'IN_EFFECT'
                          AND expires_at <= $3::timestamptz + ($3::timestamptz - failing.since))
                UNION ALL
                SELECT finding.kind, case_id, application_id, finding.occurrence,
                       CASE finding.kind WHEN 'FEEDBACK_CONFLICT' THEN state || ' after ' || result_code || ': ' ELSE '' END
                       || left(string_agg(content, ', ' ORDER BY content), 500)
                FROM finding JOIN stop_order USING (application_id)
                GROUP BY finding.kind, case_id, application_id, finding.occurrence, state, result_code
                UNION ALL
                SELECT 'ORDER_MANUAL', case_id, application_id, greatest(1, manual.entries), manual_reason
                FROM stop_order CROSS JOIN LATERAL (
                """ + MANUAL_ENTRIES + """
                     ) manual
                WHERE state = 'MANUAL') found
            WHERE NOT EXISTS (
                SELECT FROM alert WHERE alert.application_id = found.application_id AND alert.kind = found.kind
                                    AND alert.occurrence = found.occurrence)
            LIMIT $4
            """;
    public static final String ENDING = """
            SELECT case_id, application_id, rule_set, expires_at, CASE WHEN extended THEN 2 ELSE 1 END AS term, warn_at
            FROM stop_order WHERE warn_at <= $1 AND state = 'IN_EFFECT' ORDER BY warn_at LIMIT $2
            """;
    public static final String WARNED = """
            UPDATE stop_order SET warn_at = w.warn_at
            FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS w (application_id, expires_at, warn_at)
            WHERE stop_order.application_id = w.application_id AND stop_order.expires_at = w.expires_at
              AND stop_order.state = 'IN_EFFECT'
            """;
    static final String RAISE = """
            INSERT INTO alert (alert_id, kind, case_id, application_id, occurrence, raised_at, detail, due_at)
            SELECT a.*, $8::timestamptz
            FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::timestamptz[], $7::text[]) AS a
            ON CONFLICT (application_id, kind, occurrence) DO NOTHING
            RETURNING alert_id
            """;
    public static final String CLAIM_DUE = """
            UPDATE alert SET attempts = attempts + 1,
                             due_at = $1::timestamptz + least(power(2, attempts), 150) * $2::bigint * interval '1 millisecond'
            WHERE alert_id IN (
                SELECT alert_id FROM alert WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING alert_id, kind, case_id, application_id, occurrence, raised_at, detail
            """;
    private static final String DELIVERED = "UPDATE alert SET delivered_at = $2, due_at = NULL WHERE alert_id = $1";

    /** No id comes after it: a page from here on is the first. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Pool pool;

    AlertStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Untold>> untold(Instant now, Map<String, Instant> failing, int most) {
        List<Map.Entry<String, Instant>> since = List.copyOf(failing.entrySet());
        return pool.preparedQuery(UNTOLD)
                .execute(Tuple.tuple()
                        .addValue(Columns.texts(since, Map.Entry::getKey))
                        .addValue(Columns.instants(since, Map.Entry::getValue))
                        .addValue(Columns.utc(now))
                        .addValue(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Untold(
                                Alert.Kind.valueOf(row.getString("kind")),
                                row.getUUID("case_id"),
                                row.getUUID("application_id"),
                                row.getInteger("occurrence"),
                                row.getString("detail")))
                        .toList());
    }

    @Override
    public Uni<List<Ending>> ending(Instant now, int most) {
        return pool.preparedQuery(ENDING)
                .execute(Tuple.of(Columns.utc(now), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Ending(
                                row.getUUID("case_id"),
                                row.getUUID("application_id"),
                                row.getString("rule_set"),
                                row.getOffsetDateTime("expires_at").toInstant(),
                                row.getInteger("term"),
                                Optional.of(row.getOffsetDateTime("warn_at").toInstant())))
                        .toList());
    }

    @Override
    public Uni<Void> warned(List<Ending> endings) {
        return pool.preparedQuery(WARNED)
                .execute(Tuple.tuple()
                        .addValue(Columns.uuids(endings, Ending::applicationId))
                        .addValue(Columns.instants(endings, Ending::expiresAt))
                        .addValue(Columns.optionalInstants(endings, Ending::warnAt)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Alert>> raise(List<Alert> alerts, Optional<Instant> dueAt) {
        return pool.preparedQuery(RAISE)
                .execute(Tuple.tuple()
                        .addValue(Columns.uuids(alerts, Alert::alertId))
                        .addValue(Columns.texts(alerts, alert -> alert.kind().name()))
                        .addValue(Columns.uuids(alerts, Alert::caseId))
                        .addValue(Columns.uuids(alerts, Alert::applicationId))
                        .addValue(Columns.ints(alerts, Alert::occurrence))
                        .addValue(Columns.instants(alerts, Alert::raisedAt))
                        .addValue(Columns.texts(alerts, Alert::detail))
                        .addValue(dueAt.map(Columns::utc).orElse(null)))
                .map(rows -> {
                    Set<UUID> raised = new HashSet<>();
                    rows.forEach(row -> raised.add(row.getUUID("alert_id")));
                    return alerts.stream()
                            .filter(alert -> raised.contains(alert.alertId()))
                            .toList();
                });
    }

    @Override
    public Uni<List<Alert>> claimDue(Instant now, Duration lease, int most) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), lease.toMillis(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AlertStore::alert)
                        .toList());
    }

    private static Alert alert(Row row) {
        return new Alert(
                row.getUUID("alert_id"),
                Alert.Kind.valueOf(row.getString("kind")),
                row.getUUID("case_id"),
                row.getUUID("application_id"),
                row.getInteger("occurrence"),
                row.getOffsetDateTime("raised_at").toInstant(),
                row.getString("detail"),
                Optional.empty());
    }

    @Override
    public Uni<Void> delivered(UUID alertId, Instant at) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.of(alertId, Columns.utc(at)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Alert>> list(Optional<UUID> before, int most) {
        return Panache.withSession(() -> find("alertId < ?1 order by alertId desc", before.orElse(AFTER_ALL))
                        .page(0, most)
                        .list())
                .map(page -> page.stream().map(AlertEntity::alert).toList());
    }
}
