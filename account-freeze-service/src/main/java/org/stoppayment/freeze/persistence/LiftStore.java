package org.stoppayment.freeze.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.application.Lifts;
import org.stoppayment.freeze.domain.LiftOrder;
import org.stoppayment.kit.postgres.Columns;

/** Lift orders in Postgres. */
@ApplicationScoped
class LiftStore implements Lifts {

    private static final String COLUMNS =
            "lift_id, application_id, reason, reference, requested_at, state, failures, result_code";
    private static final String INSERT = """
            INSERT INTO lift_order (lift_id, application_id, reason, reference, requested_at, state, due_at)
            VALUES ($1, $2, $3, $4, $5, 'QUEUED', $6)
            ON CONFLICT (application_id) WHERE state <> 'DECLINED' DO UPDATE SET application_id = excluded.application_id
            RETURNING\040""" + COLUMNS;
    private static final String FIND = "SELECT " + COLUMNS + " FROM lift_order WHERE lift_id = $1";
    private static final String UPDATE = """
            UPDATE lift_order SET state = $2, failures = $3, result_code = $4, due_at = $5
            WHERE lift_id = $1 AND state NOT IN ('DONE', 'DECLINED')
            """;
    private static final String CLAIM_DUE = """
            UPDATE lift_order SET due_at = $2
            WHERE lift_id IN (
                SELECT lift_id FROM lift_order WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING\040""" + COLUMNS;

    private final Pool pool;

    LiftStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<LiftOrder> insert(LiftOrder lift, Instant dueAt) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(
                        lift.liftId(),
                        lift.applicationId(),
                        lift.reason(),
                        lift.reference(),
                        Columns.utc(lift.requestedAt()),
                        Columns.utc(dueAt)))
                .map(rows -> lifts(rows).get(0));
    }

    @Override
    public Uni<Optional<LiftOrder>> find(UUID liftId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(liftId)).map(rows -> lifts(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<Void> update(LiftOrder lift, Optional<Instant> dueAt) {
        return pool.preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addValue(lift.liftId())
                        .addValue(lift.state().name())
                        .addValue(lift.failures())
                        .addValue(lift.resultCode())
                        .addValue(dueAt.map(Columns::utc).orElse(null)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<LiftOrder>> claimDue(Instant now, Duration lease, int most) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(now.plus(lease)), most))
                .map(LiftStore::lifts);
    }

    private static List<LiftOrder> lifts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new LiftOrder(
                        row.getUUID("lift_id"),
                        row.getUUID("application_id"),
                        row.getString("reason"),
                        row.getString("reference"),
                        row.getOffsetDateTime("requested_at").toInstant(),
                        LiftOrder.State.valueOf(row.getString("state")),
                        row.getInteger("failures"),
                        row.getString("result_code")))
                .toList();
    }
}
