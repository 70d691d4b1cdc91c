package org.stoppayment.freeze.statistics.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.freeze.statistics.application.HoldFigures;
import org.stoppayment.freeze.statistics.domain.HoldCounts;
import org.stoppayment.freeze.statistics.domain.HoldDimension;
import org.stoppayment.freeze.statistics.domain.HoldStatistics;
import org.stoppayment.freeze.statistics.domain.HoldStatistics.Group;
import org.stoppayment.freeze.statistics.domain.OverheldAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Works figures of holds out from the stops, the freezes and the claims in Postgres. */
@ApplicationScoped
class HoldFiguresReader implements HoldFigures {

    /** How late due work may be: a stop in effect is due at the end of its term or before. */
    private static final Duration MAX_OVERDUE = Duration.ofDays(7);

    private static final String STOP = "STOP";

    private static final SqlStatement COUNT = SqlStatement.load(
            "sql/statistics/count_holds.sql",
            "from_at timestamptz, until_at timestamptz, now timestamptz, by_month boolean, by_fraud_type boolean, "
                    + "by_institution boolean");
    private static final SqlStatement OVERHELD =
            SqlStatement.load("sql/statistics/list_overheld.sql", "due_after timestamptz, now timestamptz, max int");
    private static final SqlStatement OVERHELD_OF_CASE =
            SqlStatement.load("sql/statistics/list_overheld_of_case.sql", "case_id uuid, now timestamptz, max int");

    private final Pool pool;

    HoldFiguresReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<HoldStatistics>> statistics(Span span, Set<HoldDimension> dimensions, Instant now) {
        return COUNT.execute(
                        pool,
                        span.from(),
                        span.until(),
                        now,
                        dimensions.contains(HoldDimension.MONTH),
                        dimensions.contains(HoldDimension.FRAUD_TYPE),
                        dimensions.contains(HoldDimension.INSTITUTION))
                .map(HoldFiguresReader::statistics);
    }

    @Override
    public Uni<List<OverheldAccount>> overheld(Instant now, int max) {
        return OVERHELD.execute(pool, now.minus(MAX_OVERDUE), now, max)
                .map(rows -> Rows.list(rows, HoldFiguresReader::account));
    }

    @Override
    public Uni<List<OverheldAccount>> overheld(CaseId caseId, Instant now, int max) {
        return OVERHELD_OF_CASE
                .execute(pool, caseId, now, max)
                .map(rows -> Rows.list(rows, HoldFiguresReader::account));
    }

    /** A group has one row for its stops and one for its freezes, where it has any. */
    private static List<HoldStatistics> statistics(RowSet<Row> rows) {
        Map<Group, HoldStatistics> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.merge(
                new Group(row.getString("month"), row.getString("fraud_type"), row.getString("institution")),
                half(row),
                (stops, freezes) -> HoldStatistics.total(List.of(stops, freezes))));
        return groups.entrySet().stream()
                .map(one -> new HoldStatistics(
                        one.getKey(), one.getValue().stops(), one.getValue().freezes()))
                .toList();
    }

    private static HoldStatistics half(Row row) {
        HoldCounts counts = counts(row);
        return row.getString("kind").equals(STOP)
                ? new HoldStatistics(Group.ALL, counts, HoldCounts.NONE)
                : new HoldStatistics(Group.ALL, HoldCounts.NONE, counts);
    }

    private static HoldCounts counts(Row row) {
        return new HoldCounts(
                row.getLong("ordered"),
                row.getLong("took_effect"),
                row.getLong("in_effect"),
                row.getLong("frozen"),
                row.getLong("lapsed"),
                row.getLong("lifted"),
                row.getLong("lifted_as_wrong"),
                row.getLong("declined"),
                row.getLong("returned"),
                row.getLong("returned_fen"),
                row.getLong("held_fen"),
                row.getLong("overheld_fen"),
                row.getLong("overheld_fen_hours"),
                Duration.ofSeconds(row.getLong("age_seconds")),
                Rows.instant(row, "oldest_began_at"));
    }

    private static OverheldAccount account(Row row) {
        return new OverheldAccount(
                StoredAccount.read(row::getString),
                Money.ofFen(row.getLong("held_fen")),
                Money.ofFen(row.getLong("tainted_fen")),
                Money.ofFen(row.getLong("overheld_fen")),
                row.getLong("overheld_fen_hours"),
                row.getOffsetDateTime("held_since").toInstant(),
                Stream.of((UUID[]) row.getArrayOfUUIDs("application_ids"))
                        .map(ApplicationId::new)
                        .toList());
    }
}
