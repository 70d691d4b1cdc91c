package org.stoppayment.freeze.dissuasion.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.freeze.dissuasion.application.StoppedAccounts;
import org.stoppayment.freeze.dissuasion.domain.Dissuasion.Paid;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.NamedPayer;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.PaidIn;
import org.stoppayment.freeze.dissuasion.domain.StoppedAccount.StopMoment;
import org.stoppayment.freeze.dissuasion.domain.UnreportedPayers;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.ValueParameters;

/**
 * Stopped accounts in Postgres. A lock row for each account keeps two replicas from screening it at once, without blocking orders.
 * All is read under that lock, so a replica that waited for it sees what the other one wrote.
 */
@ApplicationScoped
public class StoppedAccountStore implements StoppedAccounts {

    private static final SqlStatement DUE =
            SqlStatement.load("sql/dissuasion/find_due_accounts.sql", "now timestamptz, max_accounts int");
    private static final SqlStatement LOCK = SqlStatement.load(
            "sql/dissuasion/lock_account.sql", "institution_code text, account_number text, now timestamptz");
    private static final SqlStatement STOPS =
            SqlStatement.load("sql/dissuasion/find_stops.sql", "institution_code text, account_number text");
    private static final SqlStatement INFLOWS =
            SqlStatement.load("sql/dissuasion/find_inflows.sql", "institution_code text, account_number text");
    private static final SqlStatement TRANSFERS = SqlStatement.load(
            "sql/dissuasion/find_reported_transfers.sql", "institution_code text, account_number text");
    private static final SqlStatement NOT_STOPPED = SqlStatement.load(
            "sql/dissuasion/postpone_account.sql", "institution_code text, account_number text, now timestamptz");
    private static final BatchStatement<Listing> LIST_PAYERS = BatchStatement.<Listing>of(
                    "sql/dissuasion/list_payers.sql")
            .values(
                    ValueParameters.<Listing>of()
                            .text("institution_code", l -> l.account().institutionCode())
                            .text("account_number", l -> l.account().number())
                            .ids(
                                    "transfer_ids",
                                    l -> Rows.list(l.transfers(), row -> new TransferId(row.getUUID("transfer_id"))))
                            .text("account_name", l -> l.account().name())
                            .text("account_kind", l -> l.account().kind().name())
                            .instant("now", Listing::now),
                    listing -> listing)
            .rows(
                    "inflows",
                    RowParameters.<Screened>of()
                            .text("serial", Screened::serial)
                            .integer("ordinal", Screened::ordinal)
                            .bool("answered", Screened::answered),
                    Listing::screenedInflows)
            .rows(
                    "payers",
                    RowParameters.<Payer>of()
                            .uuid("dissuasion_id", Payer::id)
                            .text("payer_institution_code", payer -> payer.account()
                                    .institutionCode())
                            .text("payer_number", payer -> payer.account().number())
                            .text("payer_name", payer -> payer.account().name())
                            .text("payer_kind", payer -> payer.account().kind().name())
                            .bigint("amount_fen", payer -> payer.paid().amount().fen())
                            .integer("transfers", payer -> payer.paid().transfers())
                            .instant("first_booked_at", payer -> payer.paid().first())
                            .instant("last_booked_at", payer -> payer.paid().last()),
                    Listing::payers)
            .build();

    /** A payer, and the id of its entry if it gets one. */
    private record Payer(UUID id, AccountRef account, Paid paid) {}

    /** An inflow that was read, and whether it is a transfer that was reported. */
    private record Screened(String serial, int ordinal, boolean answered) {}

    /** What was read of an account, and the payers to list. */
    private record Listing(
            AccountRef account,
            RowSet<Row> inflows,
            RowSet<Row> transfers,
            UnreportedPayers screened,
            List<Payer> payers,
            Instant now) {

        List<Screened> screenedInflows() {
            return Rows.list(
                    inflows,
                    row -> new Screened(
                            row.getString("serial"),
                            row.getInteger("ordinal"),
                            screened.answered().contains(credit(account.key(), row))));
        }
    }

    private final Pool pool;
    private final Ids ids;

    StoppedAccountStore(Pool pool, Ids ids) {
        this.pool = pool;
        this.ids = ids;
    }

    @Override
    public Uni<List<AccountRef.Key>> due(Instant now, int max) {
        return DUE.execute(pool, now, max).map(rows -> Rows.list(rows, row -> StoredAccount.key(row::getString)));
    }

    @Override
    public Uni<Void> screen(
            AccountRef.Key account, Instant now, Function<StoppedAccount, Uni<UnreportedPayers>> screening) {
        return pool.withTransaction(
                connection -> LOCK.execute(connection, account.institutionCode(), account.number(), now)
                        .chain(locked -> STOPS.execute(connection, account.institutionCode(), account.number()))
                        .chain(stops -> stops.size() == 0
                                ? NOT_STOPPED
                                        .execute(connection, account.institutionCode(), account.number(), now)
                                        .replaceWithVoid()
                                : screen(connection, account, stops, now, screening)));
    }

    private Uni<Void> screen(
            SqlConnection connection,
            AccountRef.Key key,
            RowSet<Row> stops,
            Instant now,
            Function<StoppedAccount, Uni<UnreportedPayers>> screening) {
        return INFLOWS.execute(connection, key.institutionCode(), key.number()).chain(inflows -> TRANSFERS
                .execute(connection, key.institutionCode(), key.number())
                .chain(transfers -> {
                    StoppedAccount stopped = stopped(key, stops, inflows, transfers);
                    return screening
                            .apply(stopped)
                            .chain(screened -> LIST_PAYERS.execute(
                                    connection,
                                    new Listing(
                                            stopped.account(), inflows, transfers, screened, payers(screened), now)));
                })
                .replaceWithVoid());
    }

    private List<Payer> payers(UnreportedPayers screened) {
        return screened.payers().entrySet().stream()
                .map(payer -> new Payer(ids.next(), payer.getKey(), payer.getValue()))
                .toList();
    }

    private static StoppedAccount stopped(
            AccountRef.Key key, RowSet<Row> stops, RowSet<Row> inflows, RowSet<Row> transfers) {
        Row newest = Rows.stream(stops).reduce((older, newer) -> newer).orElseThrow();
        return new StoppedAccount(
                new AccountRef(
                        key.institutionCode(),
                        key.number(),
                        newest.getString("account_name"),
                        AccountKind.valueOf(newest.getString("account_kind"))),
                Rows.stream(stops)
                        .map(row -> new StopMoment(
                                row.getOffsetDateTime("stopped_at").toInstant(), row.getString("rule_set")))
                        .toList(),
                Rows.stream(inflows)
                        .filter(row -> !row.getString("payer_number").isEmpty()) // cash has no payer to call
                        .map(row -> paidIn(key, row))
                        .toList(),
                Rows.stream(transfers)
                        .filter(row -> row.getLong("amount_fen") != null && row.getBoolean("corrected") == null)
                        .map(row -> namedPayer(key, row))
                        .toList());
    }

    private static PaidIn paidIn(AccountRef.Key key, Row row) {
        return new PaidIn(credit(key, row), StoredAccount.party(row::getString, "payer"));
    }

    private static Credit credit(AccountRef.Key key, Row row) {
        return new Credit(
                key,
                row.getString("serial"),
                row.getInteger("ordinal"),
                row.getLong("amount_fen"),
                row.getOffsetDateTime("booked_at").toInstant());
    }

    private static NamedPayer namedPayer(AccountRef.Key key, Row row) {
        return new NamedPayer(
                new Reported(
                        new TransferId(row.getUUID("transfer_id")),
                        key,
                        row.getLong("amount_fen"),
                        Rows.instant(row, "transferred_at"),
                        row.getString("serial")),
                row.getString("payer_number"));
    }
}
