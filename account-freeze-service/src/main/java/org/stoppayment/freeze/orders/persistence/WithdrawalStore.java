package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.stoppayment.freeze.books.domain.Withdrawal;
import org.stoppayment.freeze.books.persistence.StoredClaimEnd;
import org.stoppayment.freeze.orders.application.withdrawal.Withdrawals;
import org.stoppayment.freeze.shared.persistence.StoredDecision;
import org.stoppayment.kit.postgres.SqlStatement;

/**
 * Withdrawals in Postgres. One transaction of several statements, because each must see what those have committed that the locks
 * before it waited for: steps of the case's trace, and orders that went out.
 */
@ApplicationScoped
public class WithdrawalStore implements Withdrawals {

    private static final SqlStatement WITHDRAW = SqlStatement.load(
            "sql/orders/withdraw_case.sql",
            "case_id uuid, event_id uuid, withdrawn_at timestamptz, reason text, reference text, organisation text, "
                    + "badge_number text, submissions int");
    private static final SqlStatement LOCK_CLAIMS =
            SqlStatement.load("sql/orders/lock_claims_of_case.sql", "case_id uuid");
    private static final SqlStatement OUTDATE_TRACE = SqlStatement.load("sql/orders/outdate_trace.sql", "case_id uuid");
    private static final SqlStatement END_CLAIMS = SqlStatement.load(
            "sql/orders/end_claims_of_case.sql",
            "case_id uuid, ended_at timestamptz, end_details text, now timestamptz");
    private static final SqlStatement RELEASE = SqlStatement.load(
            "sql/orders/release_orders_of_case.sql",
            "case_id uuid, reason text, reference text, operator text, now timestamptz");

    private final Pool pool;

    WithdrawalStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Outcome> withdraw(Withdrawal withdrawal, Instant now) {
        return pool.withTransaction(connection -> note(connection, withdrawal)
                .call(outcome -> outcome == Outcome.WITHDRAWN
                        ? endClaims(connection, withdrawal, now)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Outcome> note(SqlConnection connection, Withdrawal withdrawal) {
        return WITHDRAW.execute(
                        connection,
                        withdrawal.caseId(),
                        withdrawal.eventId(),
                        withdrawal.at(),
                        withdrawal.reason(),
                        withdrawal.reference(),
                        withdrawal.officer().organisation(),
                        withdrawal.officer().badgeNumber(),
                        withdrawal.submissions())
                .map(rows -> Outcome.valueOf(rows.iterator().next().getString("outcome")));
    }

    private static Uni<Void> endClaims(SqlConnection connection, Withdrawal withdrawal, Instant now) {
        return LOCK_CLAIMS
                .execute(connection, withdrawal.caseId())
                .chain(locked -> OUTDATE_TRACE.execute(connection, withdrawal.caseId()))
                .chain(outdated -> END_CLAIMS.execute(
                        connection, withdrawal.caseId(), now, StoredClaimEnd.details(withdrawal.end()), now))
                .chain(ended -> RELEASE.execute(
                        connection,
                        withdrawal.caseId(),
                        withdrawal.reason(),
                        withdrawal.reference(),
                        StoredDecision.json(withdrawal.officer().orSystem()).encode(),
                        now))
                .replaceWithVoid();
    }
}
