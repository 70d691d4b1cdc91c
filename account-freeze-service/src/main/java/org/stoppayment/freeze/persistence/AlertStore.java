package org.stoppayment.freeze.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.application.Alerts;
import org.stoppayment.freeze.domain.Alert;
import org.stoppayment.kit.postgres.Columns;

/** Alerts in Postgres. */
@ApplicationScoped
class AlertStore implements Alerts, PanacheRepositoryBase<AlertEntity, UUID> {

    private static final String UNTOLD = """
            SELECT * FROM (
                SELECT 'ORDER_FAILING' AS kind, case_id, application_id,
                       state || ' after ' || attempts || ' attempts and ' || inquiries || ' inquiries' AS detail
                FROM stop_order
                WHERE first_failure_at <= $1 AND state IN ('QUEUED', 'SENDING', 'ACCEPTED', 'IN_DOUBT')
                UNION ALL
                SELECT 'ORDER_MANUAL', case_id, application_id, manual_reason FROM stop_order WHERE state = 'MANUAL'
                UNION ALL
                SELECT 'BOOKING_UNCLEAR', case_id, application_id, flags FROM stop_order WHERE unclear
                UNION ALL
                SELECT 'LAPSE_NEAR', case_id, application_id, 'the stop ends and no freeze has taken over'
                FROM stop_order WHERE state = 'IN_EFFECT' AND expires_at <= $2) found
            WHERE NOT EXISTS (
                SELECT FROM alert WHERE alert.application_id = found.application_id AND alert.kind = found.kind)
            LIMIT $3
            """;
    private static final String RAISE = """
            INSERT INTO alert (alert_id, kind, case_id, application_id, raised_at, detail, due_at)
            SELECT a.*, $7::timestamptz
            FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[]) AS a
            ON CONFLICT (application_id, kind) DO NOTHING
            """;
    private static final String CLAIM_DUE = """
            UPDATE alert SET attempts = attempts + 1,
                             due_at = $1::timestamptz + least(power(2, attempts), 150) * $2::bigint * interval '1 millisecond'
            WHERE alert_id IN (
                SELECT alert_id FROM alert WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING alert_id, kind, case_id, application_id, raised_at, detail
            """;
    private static final String DELIVERED = "UPDATE alert SET delivered_at = $2, due_at = NULL WHERE alert_id = $1";

    private final Pool pool;

    AlertStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Untold>> untold(Instant failingSince, Instant lapsingBy, int most) {
        return pool.preparedQuery(UNTOLD)
                .execute(Tuple.of(Columns.utc(failingSince), Columns.utc(lapsingBy), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Untold(
                                Alert.Kind.valueOf(row.getString("kind")),
                                row.getUUID("case_id"),
                                row.getUUID("application_id"),
                                row.getString("detail")))
                        .toList());
    }

    @Override
    public Uni<Void> raise(List<Alert> alerts, Optional<Instant> dueAt) {
        return pool.preparedQuery(RAISE)
                .execute(Tuple.tuple()
                        .addValue(Columns.uuids(alerts, Alert::alertId))
                        .addValue(Columns.texts(alerts, alert -> alert.kind().name()))
                        .addValue(Columns.uuids(alerts, Alert::caseId))
                        .addValue(Columns.uuids(alerts, Alert::applicationId))
                        .addValue(Columns.instants(alerts, Alert::raisedAt))
                        .addValue(Columns.texts(alerts, Alert::detail))
                        .addValue(dueAt.map(Columns::utc).orElse(null)))
                .replaceWithVoid();
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
        return Panache.withSession(() -> before.map(id -> find("alertId < ?1 order by alertId desc", id))
                        .orElseGet(() -> find("order by alertId desc"))
                        .page(0, most)
                        .list())
                .map(page -> page.stream().map(AlertEntity::alert).toList());
    }
}
