package org.stoppayment.freeze.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.application.Claims;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.ClaimBooks;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.postgres.Columns;

/** Claims in Postgres. */
@ApplicationScoped
class ClaimStore implements Claims {

    private static final String CLAIM_DUE = """
            UPDATE claim SET due_at = $2
            WHERE (case_id, institution_code, account_number) IN (
                SELECT case_id, institution_code, account_number FROM claim WHERE due_at <= $1
                ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING case_id, institution_code, account_number
            """;
    private static final String LOCK = """
            SELECT tainted_fen, held_fen, lapsed_fen, lifted_fen, claimed_at FROM claim
            WHERE case_id = $1 AND institution_code = $2 AND account_number = $3 FOR UPDATE
            """;
    private static final String DECIDING_ORDER = "SELECT " + StopOrderRow.COLUMNS + """
            FROM stop_order
            WHERE institution_code = $2 AND account_number = $3
              AND (case_id = $1 OR ended_at IS NULL OR ended_at > $4)
            ORDER BY live DESC, counted DESC, placed_at DESC LIMIT 1
            """;
    private static final String UPDATE = """
            UPDATE claim SET held_fen = $4, lapsed_fen = $5, lifted_fen = $6, due_at = $7
            WHERE case_id = $1 AND institution_code = $2 AND account_number = $3
            """;

    private static final String PLACE_WAITING = """
            WITH oldest AS (
                DELETE FROM waiting_order WHERE application_id = (
                    SELECT w.application_id FROM waiting_order w
                    WHERE w.case_id = $1 AND w.institution_code = $2 AND w.account_number = $3
                      AND NOT EXISTS (SELECT FROM stop_order s WHERE s.live
                          AND s.institution_code = w.institution_code AND s.account_number = w.account_number)
                      AND (SELECT s.state = 'DECLINED' AND s.result_code <> '1304' FROM stop_order s
                           WHERE s.institution_code = w.institution_code AND s.account_number = w.account_number
                           ORDER BY s.placed_at DESC LIMIT 1)
                    ORDER BY w.placed_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *)
            INSERT INTO stop_order (
                application_id, case_id, institution_code, account_number, account_name, account_kind, level, tainted_fen,
                original_application_id, placed_at, instruction, state, live, counted, attempts, inquiries, unsent,
                result_code, reference, flags, mismatched, candidates, manual_reason, due_at, timeline, version, rule_set)
            SELECT application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                   tainted_fen, original_application_id, $4, instruction, 'QUEUED', true, false, 0, 0, 0,
                   '', '', '', '', '', '', $4, $5, 0, rule_set
            FROM oldest
            RETURNING application_id
            """;

    private final Pool pool;

    ClaimStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Key>> claimDue(Instant now, Duration lease, int most) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(now.plus(lease)), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Key(
                                row.getUUID("case_id"),
                                new AccountRef.Key(row.getString("institution_code"), row.getString("account_number"))))
                        .toList());
    }

    @Override
    public Uni<Optional<Booking>> book(Key key, Bookkeeper bookkeeper) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(key(key))
                .chain(locked -> locked.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : bookLocked(connection, key, locked.iterator().next(), bookkeeper)));
    }

    @Override
    public Uni<Boolean> placeWaiting(Key key, Instant now) {
        return pool.preparedQuery(PLACE_WAITING)
                .execute(key(key).addValue(Columns.utc(now))
                        .addValue(new JsonArray(StopOrderRow.timeline(Phase.QUEUED, now, "PLACED"))))
                .map(placed -> placed.size() > 0);
    }

    private static Uni<Optional<Booking>> bookLocked(
            SqlConnection connection, Key key, Row claim, Bookkeeper bookkeeper) {
        ClaimBooks books = new ClaimBooks(
                Money.ofFen(claim.getLong("tainted_fen")),
                Money.ofFen(claim.getLong("held_fen")),
                Money.ofFen(claim.getLong("lapsed_fen")),
                Money.ofFen(claim.getLong("lifted_fen")));
        return connection
                .preparedQuery(DECIDING_ORDER)
                .execute(key(key).addValue(claim.getOffsetDateTime("claimed_at")))
                .map(rows -> bookkeeper.book(new Open(key, books, first(rows))))
                .chain(booking -> write(connection, key, booking).replaceWith(Optional.of(booking)));
    }

    private static Uni<Void> write(SqlConnection connection, Key key, Booking booking) {
        Tuple update = key(key).addValue(booking.books().held().fen())
                .addValue(booking.books().lapsed().fen())
                .addValue(booking.books().lifted().fen())
                .addValue(booking.dueAt().map(Columns::utc).orElse(null));
        return connection.preparedQuery(UPDATE).execute(update).chain(updated -> booking.event()
                .map(event -> OutboxInsert.in(connection, event))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<StopOrder> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(StopOrderRow.read(rows.iterator().next()));
    }

    private static Tuple key(Key key) {
        return Tuple.tuple()
                .addValue(key.caseId())
                .addValue(key.account().institutionCode())
                .addValue(key.account().number());
    }
}
