package org.stoppayment.recovery.reconciliation.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.reconciliation.application.Differences;
import org.stoppayment.recovery.reconciliation.domain.LedgerDifference;

/** Differences in Postgres. */
@ApplicationScoped
class DifferenceStore implements Differences, PanacheRepositoryBase<LedgerDifferenceEntity, Long> {

    private static final SqlStatement COMPARE = SqlStatement.load(
            "sql/reconciliation/compare_due_accounts.sql",
            "now timestamptz, settled_before timestamptz, next_at timestamptz, idle_at timestamptz, max_accounts int");

    private final Pool pool;

    DifferenceStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> compareDue(Instant now, Instant settledBefore, Instant nextAt, Instant idleAt, int max) {
        return COMPARE.execute(pool, now, settledBefore, nextAt, idleAt, max)
                .map(rows -> rows.iterator().next().getInteger("accounts"));
    }

    @Override
    @WithSession
    public Uni<List<LedgerDifference>> list(long before, boolean includeResolved, int max) {
        return find(
                        "isSettled and differenceNumber < ?1"
                                + (includeResolved ? "" : " and resolvedAt is null")
                                + " order by differenceNumber desc",
                        before)
                .page(0, max)
                .list()
                .map(rows ->
                        rows.stream().map(LedgerDifferenceEntity::difference).toList());
    }
}
