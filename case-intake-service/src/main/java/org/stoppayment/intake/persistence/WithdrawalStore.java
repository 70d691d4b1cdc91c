package org.stoppayment.intake.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.stoppayment.intake.application.Withdrawals;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Withdrawal;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Withdrawals in Postgres. */
@ApplicationScoped
class WithdrawalStore implements Withdrawals {

    private static final SqlStatement LOCK_CASE = SqlStatement.load("sql/withdrawals/lock_case.sql", "case_id uuid");
    private static final SqlStatement WITHDRAW = SqlStatement.load(
            "sql/withdrawals/withdraw_case.sql",
            "case_id uuid, request_id uuid, digest bytea, withdrawn_at timestamptz, reason text, reference text, "
                    + "organisation text, badge_number text, event_id uuid, type text, data bytea, due_at timestamptz");
    private static final SqlStatement FIND =
            SqlStatement.load("sql/withdrawals/find_withdrawal.sql", "request_id uuid");

    private final Pool pool;

    WithdrawalStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Result> insert(Withdrawal withdrawal, Content content, IntFunction<OutboxEvent> event) {
        return pool.withTransaction(
                connection -> LOCK_CASE.execute(connection, withdrawal.caseId()).chain(rows -> Rows.first(
                                rows, row -> row)
                        .map(found -> insert(connection, withdrawal, content, event, found))
                        .orElseGet(() -> Uni.createFrom().item(new Result.Unknown()))));
    }

    private static Uni<Result> insert(
            SqlConnection connection,
            Withdrawal withdrawal,
            Content content,
            IntFunction<OutboxEvent> event,
            Row found) {
        if (CaseStatus.valueOf(found.getString("status"))
                .after(CaseStatus.Move.WITHDRAW)
                .isEmpty()) {
            return Uni.createFrom().item(new Result.Closed());
        }
        OutboxEvent made = event.apply(found.getInteger("submissions"));
        return WITHDRAW.execute(
                        connection,
                        withdrawal.caseId(),
                        withdrawal.requestId(),
                        content.digest(),
                        withdrawal.at(),
                        withdrawal.reason(),
                        withdrawal.reference(),
                        withdrawal.operator().organisation(),
                        withdrawal.operator().badgeNumber(),
                        made.eventId(),
                        made.type(),
                        made.data(),
                        made.dueAt())
                .replaceWith(new Result.Withdrawn(made));
    }

    @Override
    public Uni<Optional<Stored>> find(UUID requestId) {
        return FIND.execute(pool, requestId)
                .map(rows -> Rows.first(
                        rows,
                        row -> new Stored(
                                new CaseId(row.getUUID("case_id")),
                                row.getBuffer("digest").getBytes())));
    }
}
