package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.StopOrders.Rebooking;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.postgres.Columns;

/**
 * Moves all that is known of an account to the institution that it turned out to be at.
 *
 * <p>What a placement is adding at that moment is seen whole or not at all: {@link #LOCK} keeps away what puts the account's
 * transfers right, and the lock on a claim what adds to it. So transfers go after their case's claim, and only with it.
 */
final class AccountMove {

    // A case that has a claim on the account there already has one claim afterwards. Of money on an account that no
    // order has been sent for, nothing has been booked but that it came in.
    private static final String MOVE_CLAIMS = """
            WITH moved AS (
                DELETE FROM claim WHERE institution_code = $1 AND account_number = $2 RETURNING *),
            merged AS (
                INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                                   reported_fen, received_fen, not_followed, claimed_at, knowledge, traced_knowledge, due_at)
                SELECT case_id, $3, account_number, account_name, account_kind, level, reported_fen, received_fen,
                       not_followed, claimed_at, knowledge + 1, traced_knowledge, $4
                FROM moved ORDER BY case_id
                ON CONFLICT (case_id, institution_code, account_number) DO UPDATE
                SET reported_fen = claim.reported_fen + excluded.reported_fen,
                    received_fen = claim.received_fen + excluded.received_fen,
                    level = least(claim.level, excluded.level), claimed_at = least(claim.claimed_at, excluded.claimed_at),
                    knowledge = claim.knowledge + 1, due_at = excluded.due_at)
            SELECT case_id, reported_fen, received_fen FROM moved
            """;
    private static final String LOCK = """
            SELECT FROM reported_transfer WHERE institution_code = $1 AND account_number = $2
            ORDER BY transfer_id FOR UPDATE
            """;
    private static final String KNOWN_WHERE_IT_IS_NAMED = """
            SELECT EXISTS (SELECT FROM stop_order
                           WHERE institution_code = $1 AND account_number = $2 AND (attempts > 0 OR counted))
                   OR EXISTS (SELECT FROM outflow WHERE institution_code = $1 AND account_number = $2)
                   OR EXISTS (SELECT FROM inflow WHERE institution_code = $1 AND account_number = $2) AS known
            """;
    // The payers are due: a step that still takes the payee for the account as it was named must not be written.
    private static final String MOVE_OUTFLOWS = """
            WITH moved AS (
                UPDATE outflow SET payee_institution_code = $3
                WHERE payee_institution_code = $1 AND payee_number = $2
                RETURNING institution_code, account_number)
            UPDATE claim SET knowledge = knowledge + 1, due_at = $4
            WHERE (institution_code, account_number) IN (SELECT * FROM moved)
            """;
    private static final String MOVE_TRANSFERS = """
            UPDATE reported_transfer SET institution_code = $3, weigh_at = $4, version = version + 1
            WHERE institution_code = $1 AND account_number = $2 AND case_id = ANY ($5)
            """;
    // Orders that wait go where the one goes that they wait behind; orders that have ended stay beside their claims.
    private static final String MOVE_OTHER_ORDERS = """
            WITH waiting AS (
                UPDATE waiting_order SET institution_code = $3 WHERE institution_code = $1 AND account_number = $2)
            UPDATE stop_order SET institution_code = $3, version = version + 1
            WHERE institution_code = $1 AND account_number = $2 AND NOT live
            """;
    private static final String REPEATED = """
            INSERT INTO repeated_account (institution_code, account_number, since)
            SELECT $1::text, $2::text, $3::timestamptz FROM (
                SELECT count(*) AS orders FROM (
                    (SELECT FROM stop_order WHERE institution_code = $1 AND account_number = $2 LIMIT 2)
                    UNION ALL
                    (SELECT FROM waiting_order WHERE institution_code = $1 AND account_number = $2 LIMIT 1)) found) named
            WHERE orders > 1
            ON CONFLICT (institution_code, account_number) DO NOTHING
            """;

    private final SqlConnection connection;
    private final AccountRef from;
    private final String to;
    private final OffsetDateTime at;

    /** The move of {@code from} that {@code change} makes; all of it in the connection's transaction. */
    AccountMove(SqlConnection connection, AccountRef from, OrderChange change) {
        this.connection = connection;
        this.from = from;
        this.to = change.after().account().institutionCode();
        this.at = Columns.utc(change.at());
    }

    /** To be done before anything else: who holds an account's transfers waits for its orders, and must not wait for us. */
    Uni<Void> lock() {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(from.institutionCode(), from.number()))
                .replaceWithVoid();
    }

    /** Moves it all, once its order has moved. */
    Uni<Void> move(Rebooking rebooking) {
        Tuple move = Tuple.of(from.institutionCode(), from.number(), to);
        Tuple moveAt = Tuple.of(from.institutionCode(), from.number(), to, at);
        return connection
                .preparedQuery(KNOWN_WHERE_IT_IS_NAMED)
                .execute(Tuple.of(from.institutionCode(), from.number()))
                .invoke(AccountMove::requireUnknown)
                .chain(unknown -> connection.preparedQuery(MOVE_OUTFLOWS).execute(moveAt))
                .chain(outflows -> connection.preparedQuery(MOVE_CLAIMS).execute(moveAt))
                .call(this::moveTransfers)
                .call(claims -> connection.preparedQuery(MOVE_OTHER_ORDERS).execute(move))
                .call(orders -> connection.preparedQuery(REPEATED).execute(Tuple.of(to, from.number(), at)))
                .chain(claims -> announce(claims, rebooking));
    }

    private Uni<RowSet<Row>> moveTransfers(RowSet<Row> claims) {
        UUID[] cases = stream(claims).map(claim -> claim.getUUID("case_id")).toArray(UUID[]::new);
        return connection
                .preparedQuery(MOVE_TRANSFERS)
                .execute(Tuple.of(from.institutionCode(), from.number(), to, at, cases));
    }

    private Uni<Void> announce(RowSet<Row> claims, Rebooking rebooking) {
        return Multi.createFrom()
                .iterable(stream(claims)
                        .flatMap(claim -> rebooking.of(claim.getUUID("case_id"), received(claim)).stream())
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(event -> OutboxInsert.in(connection, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What was told of the account where it is named is the account's there. */
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
                .traced(Money.ofFen(claim.getLong("received_fen")), Money.ZERO, Money.ZERO, Money.ZERO);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
