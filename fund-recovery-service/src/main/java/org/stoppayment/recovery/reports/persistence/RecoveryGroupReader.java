package org.stoppayment.recovery.reports.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.SqlStates;
import org.stoppayment.recovery.ledger.persistence.PositionRows;
import org.stoppayment.recovery.reports.application.RecoveryGroups;
import org.stoppayment.recovery.reports.application.ReportsConfig;
import org.stoppayment.recovery.reports.domain.CaseAge;
import org.stoppayment.recovery.reports.domain.RecoveryDimension;
import org.stoppayment.recovery.reports.domain.RecoveryFigures;
import org.stoppayment.recovery.reports.domain.RecoveryFigures.Delays;
import org.stoppayment.recovery.reports.domain.RecoveryGroup;

/** Adds up the ledger in Postgres: a million entries are read where they are. */
@ApplicationScoped
class RecoveryGroupReader implements RecoveryGroups {

    private static final String QUERY_CANCELLED = "57014";

    private static final SqlStatement LIMIT = SqlStatement.load("sql/reports/limit_report.sql", "max_millis text");
    private static final SqlStatement READ = SqlStatement.load(
            "sql/reports/read_recovery_figures.sql",
            "from_at timestamptz, until_at timestamptz, by_fraud_type boolean, by_month boolean, by_station boolean,"
                    + " by_age boolean, by_institution boolean, by_level boolean, one_month_ago timestamptz,"
                    + " three_months_ago timestamptz, six_months_ago timestamptz, twelve_months_ago timestamptz,"
                    + " max_rows int");

    private final Pool pool;
    private final ReportsConfig config;

    RecoveryGroupReader(Pool pool, ReportsConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<Sums> of(Period period, Set<RecoveryDimension> dimensions, Instant now, int maxRows) {
        String maxMillis = Long.toString(config.timeLimit().toMillis());
        return pool.withTransaction(connection -> LIMIT.execute(connection, maxMillis)
                        .chain(() -> READ.execute(
                                connection,
                                period.from(),
                                period.until(),
                                dimensions.contains(RecoveryDimension.FRAUD_TYPE),
                                dimensions.contains(RecoveryDimension.MONTH),
                                dimensions.contains(RecoveryDimension.STATION),
                                dimensions.contains(RecoveryDimension.AGE),
                                dimensions.contains(RecoveryDimension.INSTITUTION),
                                dimensions.contains(RecoveryDimension.LEVEL),
                                CaseAge.monthsBefore(now, 1),
                                CaseAge.monthsBefore(now, 3),
                                CaseAge.monthsBefore(now, 6),
                                CaseAge.monthsBefore(now, 12),
                                1 + maxRows)))
                .map(rows -> sums(Rows.stream(rows).toList()))
                .onFailure(failed -> SqlStates.of(failed).equals(QUERY_CANCELLED))
                .transform(failed -> new ServiceException.Refusal(
                        "REPORT_TOO_LONG",
                        "the figures could not be computed within "
                                + config.timeLimit().toSeconds()
                                + " s (expected: a shorter period, or a quieter time)"));
    }

    /** The total comes first, whatever the period. */
    private static Sums sums(List<Row> rows) {
        Row total = rows.get(0);
        return new Sums(
                figures(total),
                rows.stream().skip(1).map(RecoveryGroupReader::group).toList(),
                total.getLong("cases_without_report"));
    }

    private static RecoveryGroup group(Row row) {
        return new RecoveryGroup(
                row.getString("fraud_type"),
                row.getString("month"),
                row.getString("station"),
                CaseAge.values()[row.getInteger("age")],
                row.getString("institution_code"),
                row.getInteger("level"),
                figures(row));
    }

    private static RecoveryFigures figures(Row row) {
        return new RecoveryFigures(
                row.getLong("cases"),
                PositionRows.positions(row),
                row.getLong("released_from_freezes_fen"),
                Optional.ofNullable(row.getInteger("days_p50"))
                        .map(half -> new Delays(row.getLong("payments"), half, row.getInteger("days_p95"))),
                row.getLong("unowned_fen"),
                row.getLong("unattributed_fen"));
    }
}
