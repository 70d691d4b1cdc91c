package org.stoppayment.freeze.watch.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.watch.application.CaseOverview;
import org.stoppayment.freeze.watch.application.CaseOverviews;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.watch.ResumeToken;

/**
 * Reads case summaries. The token is a digest of all that determines what is shown: the case's events, its claims, the versions of
 * the orders that it sees, the version of its trace, and whether recovery has all events.
 */
@ApplicationScoped
public class CaseOverviewReader implements CaseOverviews {

    private static final SqlStatement READ =
            SqlStatement.load("sql/watch/read_case_overviews.sql", "case_ids uuid[], settled_states text[]");
    private static final List<String> SETTLED = Arrays.stream(Phase.values())
            .filter(Phase::isSettled)
            .map(Phase::name)
            .toList();

    private final Pool pool;

    CaseOverviewReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<CaseId, CaseOverview>> of(Set<CaseId> caseIds) {
        return READ.execute(pool, caseIds, SETTLED).map(rows -> Rows.stream(rows)
                .collect(Collectors.toMap(row -> new CaseId(row.getUUID("case_id")), CaseOverviewReader::overview)));
    }

    private static CaseOverview overview(Row row) {
        boolean known = row.getLong("events") > 0;
        return new CaseOverview(
                ResumeToken.of(row.getString("token")),
                known,
                row.getInteger("accounts"),
                known && !row.getBoolean("behind") && row.getBoolean("settled"),
                new ClaimBooks(
                        money(row, "reported_fen"),
                        money(row, "received_fen"),
                        money(row, "onward_fen"),
                        money(row, "cash_fen"),
                        money(row, "merchant_fen"),
                        money(row, "restored_fen"),
                        money(row, "held_fen"),
                        money(row, "frozen_fen"),
                        money(row, "lapsed_fen"),
                        money(row, "lifted_fen"),
                        money(row, "returned_fen")));
    }

    private static Money money(Row row, String column) {
        return Money.ofFen(row.getLong(column));
    }
}
