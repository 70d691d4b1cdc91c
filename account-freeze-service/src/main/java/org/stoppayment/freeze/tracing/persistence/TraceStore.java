package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.tracing.application.TraceStep;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.TransientFailures;
import org.stoppayment.kit.postgres.Columns;

/** The ways of cases' money in Postgres. */
@ApplicationScoped
public class TraceStore implements Traces {

    // To look again at a claim is something new as well: it is followed like all that is due. Claims are found again by
    // their place, which the lock keeps, so that no plan can go through all of them.
    public static final String CLAIM_DUE = """
            WITH claimed AS (
                UPDATE claim SET due_at = $2, knowledge = knowledge + (knowledge = traced_knowledge)::int
                WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM claim WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED))
                RETURNING case_id)
            SELECT DISTINCT case_id FROM claimed
            """;
    private static final String WRITTEN = "WRITTEN";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";

    private final Pool pool;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;

    TraceStore(Pool pool, RuleSets ruleSets, OrderDueTimes dueTimes) {
        this.pool = pool;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
    }

    @Override
    public Uni<List<UUID>> claimDue(Instant now, Duration lease, int most) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(now.plus(lease)), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("case_id"))
                        .toList());
    }

    @Override
    public Uni<CaseGraph> read(UUID caseId) {
        return pool.preparedQuery(CaseGraphStatement.SQL)
                .execute(Tuple.of(caseId))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new ServiceException.NotFound("caseId", caseId.toString());
                    }
                    return CaseGraphReader.read(caseId, rows.iterator().next());
                });
    }

    @Override
    public Uni<Optional<Map<UUID, PlacementResult>>> write(TraceStep step) {
        return pool.preparedQuery(TraceStatement.SQL)
                .execute(TraceStatement.parameters(step, ruleSets.current(), dueTimes))
                .map(TraceStore::written)
                .onFailure(TraceStore::wasOvertaken)
                .recoverWithItem(Optional.empty())
                .onFailure(failure -> CHECK_VIOLATION.equals(TransientFailures.sqlState(failure)))
                .transform(BooksNotConserved::new);
    }

    /** Somebody made the same claim at the same moment, or the database broke a tie: nothing was written. */
    private static boolean wasOvertaken(Throwable failure) {
        String state = TransientFailures.sqlState(failure);
        return state.equals(UNIQUE_VIOLATION) || state.startsWith("40");
    }

    private static Optional<Map<UUID, PlacementResult>> written(RowSet<Row> rows) {
        boolean isWritten = false;
        Map<UUID, PlacementResult> placed = new HashMap<>();
        for (Row row : rows) {
            if (row.getString("state").equals(WRITTEN)) {
                isWritten = true;
            } else {
                placed.put(
                        row.getUUID("id"),
                        new PlacementResult(Phase.valueOf(row.getString("state")), row.getBoolean("urgent")));
            }
        }
        return isWritten ? Optional.of(placed) : Optional.empty();
    }
}
