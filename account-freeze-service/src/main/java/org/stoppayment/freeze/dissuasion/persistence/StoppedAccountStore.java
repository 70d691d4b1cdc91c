package org.stoppayment.freeze.dissuasion.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.dissuasion.application.StoppedAccounts;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Paid;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.NamedPayer;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.PaidIn;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.StopMoment;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kit.postgres.Columns;

/**
 * Stopped accounts in Postgres. A row of its own for each keeps two replicas from weighing one account at once; no order has to
 * wait for that. What is read is read after that lock was got, so whoever waited for it sees what the other has seen.
 */
@ApplicationScoped
public class StoppedAccountStore implements StoppedAccounts {

    public static final String DUE = """
            SELECT DISTINCT institution_code, account_number FROM (
                (SELECT institution_code, account_number FROM inflow WHERE weigh_at <= $1 ORDER BY weigh_at LIMIT $2)
                UNION ALL
                (SELECT institution_code, account_number FROM reported_transfer WHERE weigh_at <= $1
                 ORDER BY weigh_at LIMIT $2)) due
            """;
    public static final String LOCK = """
            INSERT INTO weighed_account (institution_code, account_number, weighed_at) VALUES ($1, $2, $3)
            ON CONFLICT (institution_code, account_number) DO UPDATE SET weighed_at = excluded.weighed_at
            """;
    public static final String STOPS = """
            SELECT account_name, account_kind, stopped_at, rule_set FROM stop_order
            WHERE institution_code = $1 AND account_number = $2 AND counted ORDER BY application_id
            """;
    public static final String INFLOWS = """
            SELECT serial, amount_fen, booked_at, payer_institution_code, payer_number, payer_name, payer_kind
            FROM inflow WHERE institution_code = $1 AND account_number = $2 ORDER BY booked_at, serial
            """;
    public static final String TRANSFERS = """
            SELECT t.transfer_id, t.amount_fen, t.transferred_at, t.serial, t.payer_number,
                   (SELECT true FROM reported_transfer newer WHERE newer.corrects = t.transfer_id LIMIT 1) AS put_right
            FROM reported_transfer t WHERE t.institution_code = $1 AND t.account_number = $2
            """;
    // Nobody looks again before there is a stop: the statement that makes one effective has the account weighed.
    public static final String NOT_STOPPED = """
            WITH inflows AS (
                UPDATE inflow SET weigh_at = NULL
                WHERE institution_code = $1 AND account_number = $2 AND weigh_at <= $3::timestamptz)
            UPDATE reported_transfer SET weigh_at = NULL
            WHERE institution_code = $1 AND account_number = $2 AND weigh_at <= $3::timestamptz
            """;
    // What has become due after it was read stays due.
    public static final String WEIGHED = """
            WITH inflows AS (
                UPDATE inflow SET weigh_at = CASE WHEN weigh_at > $8::timestamptz THEN weigh_at END,
                                  answered = serial = ANY ($4::text[])
                WHERE institution_code = $1 AND account_number = $2 AND serial = ANY ($3::text[])
                  AND (weigh_at <= $8::timestamptz OR answered <> (serial = ANY ($4::text[])))),
            transfers AS (
                UPDATE reported_transfer SET weigh_at = NULL
                WHERE institution_code = $1 AND account_number = $2 AND transfer_id = ANY ($5::uuid[])
                  AND weigh_at <= $8::timestamptz)
            INSERT INTO dissuasion AS listed (
                dissuasion_id, institution_code, account_number, account_name, account_kind, payer_institution_code,
                payer_number, payer_name, payer_kind, amount_fen, transfers, first_booked_at, last_booked_at, listed_at)
            SELECT d.dissuasion_id, $1::text, $2::text, $6::text, $7::text, d.payer_institution_code, d.payer_number,
                   d.payer_name, d.payer_kind, d.amount_fen, d.transfers, d.first_booked_at, d.last_booked_at,
                   $8::timestamptz
            FROM unnest($9::uuid[], $10::text[], $11::text[], $12::text[], $13::text[], $14::bigint[], $15::int[],
                        $16::timestamptz[], $17::timestamptz[])
                 AS d (dissuasion_id, payer_institution_code, payer_number, payer_name, payer_kind, amount_fen, transfers,
                       first_booked_at, last_booked_at)
            WHERE (
            """ + DissuasionRow.WITHDRAWAL + """
                  ) IS NULL
            ON CONFLICT (institution_code, account_number, payer_institution_code, payer_number) DO UPDATE
            SET amount_fen = excluded.amount_fen, transfers = excluded.transfers,
                first_booked_at = excluded.first_booked_at, last_booked_at = excluded.last_booked_at
            WHERE (listed.amount_fen, listed.transfers) <> (excluded.amount_fen, excluded.transfers)
            """;

    private final Pool pool;
    private final Ids ids;

    StoppedAccountStore(Pool pool, Ids ids) {
        this.pool = pool;
        this.ids = ids;
    }

    @Override
    public Uni<List<AccountRef.Key>> due(Instant now, int most) {
        return pool.preparedQuery(DUE).execute(Tuple.of(Columns.utc(now), most)).map(rows -> stream(rows)
                .map(row -> new AccountRef.Key(row.getString("institution_code"), row.getString("account_number")))
                .toList());
    }

    @Override
    public Uni<Void> weigh(
            AccountRef.Key account, Instant now, Function<StoppedAccount, Uni<UnreportedPayers>> weighing) {
        Tuple key = Tuple.of(account.institutionCode(), account.number());
        Tuple keyAt = Tuple.of(account.institutionCode(), account.number(), Columns.utc(now));
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(keyAt)
                .chain(locked -> connection.preparedQuery(STOPS).execute(key))
                .chain(stops -> stops.size() == 0
                        ? connection.preparedQuery(NOT_STOPPED).execute(keyAt).replaceWithVoid()
                        : weigh(connection, account, stops, now, weighing)));
    }

    private Uni<Void> weigh(
            SqlConnection connection,
            AccountRef.Key key,
            RowSet<Row> stops,
            Instant now,
            Function<StoppedAccount, Uni<UnreportedPayers>> weighing) {
        Tuple account = Tuple.of(key.institutionCode(), key.number());
        return connection.preparedQuery(INFLOWS).execute(account).chain(inflows -> connection
                .preparedQuery(TRANSFERS)
                .execute(account)
                .chain(transfers -> {
                    StoppedAccount stopped = stopped(key, stops, inflows, transfers);
                    return weighing.apply(stopped).chain(weighed -> connection
                            .preparedQuery(WEIGHED)
                            .execute(parameters(stopped.account(), inflows, transfers, weighed, now)));
                })
                .replaceWithVoid());
    }

    private Tuple parameters(
            AccountRef account, RowSet<Row> inflows, RowSet<Row> transfers, UnreportedPayers weighed, Instant now) {
        List<Map.Entry<AccountRef, Paid>> payers = List.copyOf(weighed.payers().entrySet());
        return Tuple.tuple()
                .addValue(account.institutionCode())
                .addValue(account.number())
                .addValue(Columns.texts(stream(inflows).toList(), row -> row.getString("serial")))
                .addValue(weighed.answered().toArray(String[]::new))
                .addValue(Columns.uuids(stream(transfers).toList(), row -> row.getUUID("transfer_id")))
                .addValue(account.name())
                .addValue(account.kind().name())
                .addValue(Columns.utc(now))
                .addValue(Columns.uuids(payers, payer -> ids.next()))
                .addValue(Columns.texts(payers, payer -> payer.getKey().institutionCode()))
                .addValue(Columns.texts(payers, payer -> payer.getKey().number()))
                .addValue(Columns.texts(payers, payer -> payer.getKey().name()))
                .addValue(Columns.texts(payers, payer -> payer.getKey().kind().name()))
                .addValue(
                        Columns.longs(payers, payer -> payer.getValue().amount().fen()))
                .addValue(Columns.ints(payers, payer -> payer.getValue().transfers()))
                .addValue(Columns.instants(payers, payer -> payer.getValue().first()))
                .addValue(Columns.instants(payers, payer -> payer.getValue().last()));
    }

    private static StoppedAccount stopped(
            AccountRef.Key key, RowSet<Row> stops, RowSet<Row> inflows, RowSet<Row> transfers) {
        Row newest = stream(stops).reduce((older, newer) -> newer).orElseThrow();
        return new StoppedAccount(
                new AccountRef(
                        key.institutionCode(),
                        key.number(),
                        newest.getString("account_name"),
                        AccountKind.valueOf(newest.getString("account_kind"))),
                stream(stops)
                        .map(row -> new StopMoment(
                                row.getOffsetDateTime("stopped_at").toInstant(), row.getString("rule_set")))
                        .toList(),
                stream(inflows)
                        .filter(row -> !row.getString("payer_number").isEmpty()) // cash has no payer to call
                        .map(row -> paidIn(key, row))
                        .toList(),
                stream(transfers)
                        .filter(row -> row.getLong("amount_fen") != null && row.getBoolean("put_right") == null)
                        .map(row -> namedPayer(key, row))
                        .toList());
    }

    private static PaidIn paidIn(AccountRef.Key key, Row row) {
        return new PaidIn(
                new Credit(
                        key,
                        row.getString("serial"),
                        row.getLong("amount_fen"),
                        row.getOffsetDateTime("booked_at").toInstant()),
                new AccountRef(
                        row.getString("payer_institution_code"),
                        row.getString("payer_number"),
                        row.getString("payer_name"),
                        AccountKind.valueOf(row.getString("payer_kind"))));
    }

    private static NamedPayer namedPayer(AccountRef.Key key, Row row) {
        return new NamedPayer(
                new Reported(
                        row.getUUID("transfer_id"),
                        key,
                        row.getLong("amount_fen"),
                        StopOrderRow.instant(row, "transferred_at"),
                        row.getString("serial")),
                row.getString("payer_number"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
