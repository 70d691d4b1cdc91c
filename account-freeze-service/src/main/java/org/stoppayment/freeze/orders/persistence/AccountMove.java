package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.StopOrders.Rebooking;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/**
 * Moves all that is known of an account to the institution that it turned out to be at.
 *
 * <p>A concurrent placement is seen whole or not at all: {@link #LOCK} blocks corrections of the account's transfers, and the lock
 * on a claim blocks additions to it. So transfers move after their case's claim, and only with it.
 */
final class AccountMove {

    private static final SqlStatement MOVE_CLAIMS = SqlStatement.load(
            "sql/orders/move_claims.sql",
            "institution_code text, account_number text, to_institution_code text, moved_at timestamptz");
    private static final SqlStatement LOCK =
            SqlStatement.load("sql/orders/lock_account_transfers.sql", "institution_code text, account_number text");
    private static final SqlStatement IS_ACCOUNT_KNOWN =
            SqlStatement.load("sql/orders/is_account_known.sql", "institution_code text, account_number text");
    private static final SqlStatement MOVE_OUTFLOWS = SqlStatement.load(
            "sql/orders/move_outflows.sql",
            "institution_code text, account_number text, to_institution_code text, moved_at timestamptz");
    private static final SqlStatement MOVE_TRANSFERS = SqlStatement.load(
            "sql/orders/move_transfers.sql",
            "institution_code text, account_number text, to_institution_code text, moved_at timestamptz, "
                    + "case_ids uuid[]");
    private static final SqlStatement MOVE_OTHER_ORDERS = SqlStatement.load(
            "sql/orders/move_other_orders.sql", "institution_code text, account_number text, to_institution_code text");
    private static final SqlStatement REPEATED = SqlStatement.load(
            "sql/orders/note_repeated_account.sql", "institution_code text, account_number text, moved_at timestamptz");

    private final SqlConnection connection;
    private final AccountRef from;
    private final String to;
    private final Instant at;

    /** The move of {@code from} that {@code change} makes; all of it in the connection's transaction. */
    AccountMove(SqlConnection connection, AccountRef from, OrderChange change) {
        this.connection = connection;
        this.from = from;
        this.to = change.after().account().institutionCode();
        this.at = change.at();
    }

    /** Must come first: a transaction that has locked an account's transfers waits for its orders, and must not wait for us. */
    Uni<Void> lock() {
        return LOCK.execute(connection, from.institutionCode(), from.number()).replaceWithVoid();
    }

    /** Moves all of it, once its order has moved. */
    Uni<Void> move(Rebooking rebooking) {
        return IS_ACCOUNT_KNOWN
                .execute(connection, from.institutionCode(), from.number())
                .invoke(AccountMove::requireUnknown)
                .chain(unknown -> MOVE_OUTFLOWS.execute(connection, from.institutionCode(), from.number(), to, at))
                .chain(outflows -> MOVE_CLAIMS.execute(connection, from.institutionCode(), from.number(), to, at))
                .call(this::moveTransfers)
                .call(claims -> MOVE_OTHER_ORDERS.execute(connection, from.institutionCode(), from.number(), to))
                .call(orders -> REPEATED.execute(connection, to, from.number(), at))
                .chain(claims -> announce(claims, rebooking));
    }

    private Uni<RowSet<Row>> moveTransfers(RowSet<Row> claims) {
        List<CaseId> cases = Rows.stream(claims)
                .map(claim -> new CaseId(claim.getUUID("case_id")))
                .toList();
        return MOVE_TRANSFERS.execute(connection, from.institutionCode(), from.number(), to, at, cases);
    }

    private Uni<Void> announce(RowSet<Row> claims, Rebooking rebooking) {
        return Multi.createFrom()
                .iterable(Rows.stream(claims)
                        .flatMap(claim -> rebooking.of(new CaseId(claim.getUUID("case_id")), received(claim)).stream())
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(event -> OutboxInsert.in(connection, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What was reported of the account where it is named belongs to the account there. */
    private static void requireUnknown(RowSet<Row> rows) {
        if (rows.iterator().next().getBoolean("known")) {
            throw new ServiceException.Refusal(
                    "ACCOUNT_KNOWN_WHERE_NAMED",
                    "an order for that account was sent, or a stop recorded, where it is named (expected: an account of which"
                            + " nothing was told where it is named); record what its institution says, or correct the report");
        }
    }

    private static ClaimBooks received(Row claim) {
        return ClaimBooks.reported(Money.ofFen(claim.getLong("reported_fen")))
                .traced(Money.ofFen(claim.getLong("received_fen")), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
