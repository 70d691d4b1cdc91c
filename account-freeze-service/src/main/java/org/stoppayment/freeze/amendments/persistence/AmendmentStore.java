package org.stoppayment.freeze.amendments.persistence;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.amendments.application.Amendments;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.kit.postgres.Columns;

/** Messages about stops in Postgres. */
@ApplicationScoped
public class AmendmentStore implements Amendments {

    private static final String COLUMNS =
            "follow_up_id, kind, application_id, reason, reference, requested_at, state, failures, result_code";

    static final String INSERT = """
            INSERT INTO follow_up (follow_up_id, kind, application_id, reason, reference, requested_at, state, due_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'QUEUED', $7)
            ON CONFLICT (application_id, kind) WHERE NOT was_declined
            public DO UPDATE SET application_id = excluded.application_id
            RETURNING\040""" + COLUMNS;
    public static final String FIND = "SELECT " + COLUMNS + " FROM follow_up WHERE follow_up_id = $1";
    public static final String UPDATE = """
            UPDATE follow_up SET state = $3, failures = $4, result_code = $5, due_at = $6,
                                 was_declined = was_declined OR $3 = 'DECLINED'
            WHERE follow_up_id = $1 AND state = $2
            """;
    public static final String CLAIM_DUE = """
            UPDATE follow_up SET due_at = $2
            WHERE follow_up_id IN (
                SELECT follow_up_id FROM follow_up f
                WHERE due_at <= $1
                  AND coalesce((SELECT institution_code FROM stop_order o WHERE o.application_id = f.application_id)
                               <> ALL ($4), true)
                ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING\040""" + COLUMNS;

    private final Pool pool;

    AmendmentStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<StopAmendment> insert(StopAmendment amendment, Instant dueAt) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addValue(amendment.id())
                        .addValue(amendment.kind().name())
                        .addValue(amendment.applicationId())
                        .addValue(amendment.reason())
                        .addValue(amendment.reference())
                        .addValue(Columns.utc(amendment.requestedAt()))
                        .addValue(Columns.utc(dueAt)))
                .map(rows -> amendments(rows).get(0));
    }

    @Override
    public Uni<Optional<StopAmendment>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> amendments(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<Boolean> update(AmendmentState before, StopAmendment after, Optional<Instant> dueAt) {
        return pool.preparedQuery(UPDATE)
                .execute(Tuple.tuple()
                        .addValue(after.id())
                        .addValue(before.name())
                        .addValue(after.state().name())
                        .addValue(after.failures())
                        .addValue(after.resultCode())
                        .addValue(dueAt.map(Columns::utc).orElse(null)))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<List<StopAmendment>> claimDue(Instant now, Duration lease, int most, Set<String> full) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(now.plus(lease)), most, full.toArray(String[]::new)))
                .map(AmendmentStore::amendments);
    }

    private static List<StopAmendment> amendments(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new StopAmendment(
                        row.getUUID("follow_up_id"),
                        StopAmendment.Kind.valueOf(row.getString("kind")),
                        row.getUUID("application_id"),
                        row.getString("reason"),
                        row.getString("reference"),
                        row.getOffsetDateTime("requested_at").toInstant(),
                        AmendmentState.valueOf(row.getString("state")),
                        row.getInteger("failures"),
                        row.getString("result_code")))
                .toList();
    }
}
