package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.amendments.application.Amendments;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.persistence.StoredDecision;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Amendments in Postgres. */
@ApplicationScoped
public class AmendmentStore implements Amendments {

    private static final SqlStatement INSERT = SqlStatement.load(
            "sql/amendments/insert_amendment.sql",
            "follow_up_id uuid, kind text, application_id uuid, reason text, reference text, operator text, "
                    + "requested_at timestamptz, due_at timestamptz");
    private static final SqlStatement FIND =
            SqlStatement.load("sql/amendments/find_amendment.sql", "follow_up_id uuid");
    private static final SqlStatement UPDATE = SqlStatement.load(
            "sql/amendments/update_amendment.sql",
            "follow_up_id uuid, state_before text, state text, failures int, result_code text, "
                    + "due_at timestamptz");
    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/amendments/claim_due_amendments.sql",
            "now timestamptz, lease_end timestamptz, max_amendments int, full_institutions text[]");

    private final Pool pool;

    AmendmentStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<StopAmendment> insert(StopAmendment amendment, Instant dueAt) {
        return insert(pool, amendment, dueAt);
    }

    /** The same, in a transaction of several statements. */
    static Uni<StopAmendment> insert(SqlClient client, StopAmendment amendment, Instant dueAt) {
        return INSERT.execute(
                        client,
                        amendment.id(),
                        amendment.kind().name(),
                        amendment.applicationId(),
                        amendment.decision().reason(),
                        amendment.decision().reference(),
                        StoredDecision.json(amendment.decision().officer()).encode(),
                        amendment.requestedAt(),
                        dueAt)
                .map(rows -> amendments(rows).get(0));
    }

    @Override
    public Uni<Optional<StopAmendment>> find(ApplicationId id) {
        return FIND.execute(pool, id).map(rows -> amendments(rows).stream().findFirst());
    }

    @Override
    public Uni<Update> update(AmendmentState before, StopAmendment after, Optional<Instant> dueAt) {
        return UPDATE.execute(
                        pool,
                        after.id(),
                        before.name(),
                        after.state().name(),
                        after.failures(),
                        after.resultCode(),
                        dueAt)
                .map(rows -> rows.rowCount() == 1 ? Update.WRITTEN : Update.OUTDATED);
    }

    @Override
    public Uni<List<StopAmendment>> claimDue(Instant now, Duration lease, int max, Set<String> full) {
        return CLAIM_DUE.execute(pool, now, now.plus(lease), max, full).map(AmendmentStore::amendments);
    }

    /** The decision in the columns {@code reason}, {@code reference} and {@code operator}. */
    static Decision decision(Row row) {
        return new Decision(
                row.getString("reason"),
                row.getString("reference"),
                StoredDecision.officer(row.getJsonObject("operator")));
    }

    static List<StopAmendment> amendments(RowSet<Row> rows) {
        return Rows.stream(rows)
                .map(row -> new StopAmendment(
                        new ApplicationId(row.getUUID("follow_up_id")),
                        StopAmendment.Kind.valueOf(row.getString("kind")),
                        new ApplicationId(row.getUUID("application_id")),
                        decision(row),
                        row.getOffsetDateTime("requested_at").toInstant(),
                        AmendmentState.valueOf(row.getString("state")),
                        row.getInteger("failures"),
                        row.getString("result_code")))
                .toList();
    }
}
