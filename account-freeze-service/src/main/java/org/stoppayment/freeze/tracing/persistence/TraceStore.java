package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.tracing.application.TraceStep;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.SqlStates;

/** Traces in Postgres. */
@ApplicationScoped
public class TraceStore implements Traces {

    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/tracing/claim_due_cases.sql", "now timestamptz, lease_end timestamptz, max_claims int");
    private static final SqlStatement READ_GRAPH =
            SqlStatement.load("sql/tracing/read_case_graph.sql", "case_id uuid, match_tolerance int");
    private static final String WRITTEN = "WRITTEN";
    private static final String RAISED = "RAISED";
    private static final String CHECK_VIOLATION = "23514";

    private final Pool pool;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final RaisingAlerts raising;

    public TraceStore(Pool pool, RuleSets ruleSets, OrderDueTimes dueTimes, RaisingAlerts raising) {
        this.pool = pool;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.raising = raising;
    }

    @Override
    public Uni<List<CaseId>> claimDue(Instant now, Duration lease, int max) {
        return CLAIM_DUE
                .execute(pool, now, now.plus(lease), max)
                .map(rows -> Rows.list(rows, row -> new CaseId(row.getUUID("case_id"))));
    }

    @Override
    public Uni<CaseGraph> read(CaseId caseId) {
        return READ_GRAPH
                .execute(pool, caseId, ruleSets.current().tracing().toleranceSeconds())
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new ServiceException.NotFound("caseId", caseId.toString());
                    }
                    return CaseGraphReader.read(caseId, rows.iterator().next());
                });
    }

    @Override
    public Uni<PlacementOutcome> write(TraceStep step) {
        List<Alert> alerts = raising.made(step.alerts(), step.at());
        return TraceStatement.execute(
                        pool,
                        step,
                        new TraceStatement.Alerts(alerts, raising.postingDueAt(step.at())),
                        ruleSets.current(),
                        dueTimes)
                .map(rows -> written(rows, alerts))
                .onFailure(TraceStore::isOutdated)
                .recoverWithItem(PlacementOutcome.Outdated::new)
                .onFailure(failure -> CHECK_VIOLATION.equals(SqlStates.of(failure)))
                .transform(BooksNotConserved::new);
    }

    /** A concurrent step made the same claim, or the database rolled back a deadlock or conflict: nothing was written. */
    private static boolean isOutdated(Throwable failure) {
        return SqlStates.isUniqueViolation(failure) || SqlStates.isTransactionRollback(failure);
    }

    private static PlacementOutcome written(RowSet<Row> rows, List<Alert> alerts) {
        boolean isWritten = false;
        Set<AlertId> raised = new HashSet<>();
        Map<ApplicationId, PlacementResult> placed = new HashMap<>();
        for (Row row : rows) {
            if (row.getString("state").equals(WRITTEN)) {
                isWritten = true;
            } else if (row.getString("state").equals(RAISED)) {
                raised.add(new AlertId(row.getUUID("id")));
            } else {
                placed.put(
                        new ApplicationId(row.getUUID("id")),
                        new PlacementResult(Phase.valueOf(row.getString("state")), row.getBoolean("urgent")));
            }
        }
        RaisingAlerts.log(alerts.stream()
                .filter(alert -> raised.contains(alert.alertId()))
                .toList());
        return isWritten ? new PlacementOutcome.Placed(placed) : new PlacementOutcome.Outdated();
    }
}
