package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.FreezeInEffect;
import org.stoppayment.freeze.amendments.application.freezes.FrozenClaims;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.books.persistence.StoredClaimEnd;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.SqlStatement;

/** What freezes hold for claims, in Postgres. */
@ApplicationScoped
public class FrozenClaimStore implements FrozenClaims {

    private static final SqlStatement BEGIN = SqlStatement.load(
            "sql/amendments/begin_freeze.sql",
            "case_id uuid, institution_code text, account_number text, freeze_id uuid, began_at timestamptz, freeze_fen bigint, "
                    + "end_details text, now timestamptz");
    private static final SqlStatement CHANGE = SqlStatement.load(
            "sql/amendments/change_freeze.sql",
            "case_id uuid, institution_code text, account_number text, freeze_id uuid, freeze_fen bigint, freeze_end text, "
                    + "now timestamptz");

    private final Pool pool;

    FrozenClaimStore(Pool pool) {
        this.pool = pool;
    }

    /** The lock on the stop comes first, so that whoever ends another claim on the account meanwhile waits, or is waited for. */
    @Override
    public Uni<Boolean> begin(FreezeInEffect freeze, Instant now) {
        return freeze.stop()
                .map(stop -> pool.withTransaction(
                        connection -> OrderLock.take(connection, stop).chain(locked -> begin(connection, freeze, now))))
                .orElseGet(() -> begin(pool, freeze, now));
    }

    private static Uni<Boolean> begin(SqlClient client, FreezeInEffect freeze, Instant now) {
        return BEGIN.execute(
                        client,
                        freeze.caseId(),
                        freeze.account().institutionCode(),
                        freeze.account().number(),
                        freeze.id(),
                        freeze.began(),
                        freeze.sum().fen(),
                        StoredClaimEnd.details(end(freeze)),
                        now)
                .invoke(rows -> requireClaim(rows, freeze.caseId()))
                .map(rows -> rows.iterator().next().getBoolean("begun"));
    }

    private static ClaimEnd end(FreezeInEffect freeze) {
        return new ClaimEnd(
                freeze.began(),
                ClaimEnd.Cause.FROZEN,
                freeze.decision().reason(),
                freeze.decision().reference(),
                freeze.decision().officer());
    }

    private static void requireClaim(RowSet<Row> rows, CaseId caseId) {
        if (rows.size() == 0) {
            throw new ServiceException.InvalidInput(
                    "caseId", "NO_CLAIM", "value: " + caseId + " (expected: a case with a claim on the account)");
        }
    }

    @Override
    public Uni<Void> change(ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum, Instant now) {
        return change(freeze, caseId, account, sum, Optional.empty(), now);
    }

    @Override
    public Uni<Void> end(
            ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum, ClaimFreeze.End end, Instant now) {
        return change(freeze, caseId, account, sum, Optional.of(end.name()), now);
    }

    private Uni<Void> change(
            ApplicationId freeze, CaseId caseId, AccountRef.Key account, Money sum, Optional<String> end, Instant now) {
        return CHANGE.execute(pool, caseId, account.institutionCode(), account.number(), freeze, sum.fen(), end, now)
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new IllegalStateException(
                                "freeze: " + freeze + " (expected: a freeze that was booked as in effect)");
                    }
                })
                .replaceWithVoid();
    }
}
