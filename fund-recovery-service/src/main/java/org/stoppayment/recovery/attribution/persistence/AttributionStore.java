package org.stoppayment.recovery.attribution.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.ValueParameters;
import org.stoppayment.recovery.attribution.application.Attributions;
import org.stoppayment.recovery.attribution.domain.Attribution;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.KnownFacts;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** What is due, known and computed, in Postgres. */
@ApplicationScoped
class AttributionStore implements Attributions {

    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/attribution/claim_due_accounts.sql", "now timestamptz, lease_end timestamptz, max_accounts int");
    private static final RowParameters<AccountRef.Key> KEYS = RowParameters.<AccountRef.Key>of()
            .text("institution_code", AccountRef.Key::institutionCode)
            .text("account_number", AccountRef.Key::number);
    private static final BatchStatement<List<AccountRef.Key>> FIND_DOWNSTREAM = BatchStatement.<List<AccountRef.Key>>of(
                    "sql/attribution/find_downstream.sql")
            .rows("due", KEYS, Function.identity())
            .build();
    private static final BatchStatement<List<AccountRef.Key>> READ_LOSSES = reading("sql/attribution/read_losses.sql");
    private static final BatchStatement<List<AccountRef.Key>> READ_BOOKINGS =
            reading("sql/attribution/read_bookings.sql");
    private static final BatchStatement<List<AccountRef.Key>> READ_BALANCES =
            reading("sql/attribution/read_balances.sql");
    private static final BatchStatement<List<AccountRef.Key>> READ_REFUNDS =
            reading("sql/attribution/read_refunds.sql");
    private static final BatchStatement<List<AccountRef.Key>> READ_UPSTREAM =
            reading("sql/attribution/read_upstream.sql");

    private static final BatchStatement<Due> MAKE_DUE = BatchStatement.<Due>of("sql/attribution/make_due.sql")
            .values(ValueParameters.<Due>of().instant("now", Due::now), due -> due)
            .rows("accounts", KEYS, Due::accounts)
            .build();

    private record Due(List<AccountRef.Key> accounts, Instant now) {}

    private final Pool pool;

    AttributionStore(Pool pool) {
        this.pool = pool;
    }

    private static BatchStatement<List<AccountRef.Key>> reading(String path) {
        return BatchStatement.<List<AccountRef.Key>>of(path)
                .rows("accounts", KEYS, Function.identity())
                .build();
    }

    @Override
    public Uni<List<AccountRef.Key>> claimDue(Instant now, Duration lease, int max) {
        return CLAIM_DUE.execute(pool, now, now.plus(lease), max).map(rows -> Rows.list(rows, FactsReader::account));
    }

    @Override
    public Uni<Void> makeDue(List<AccountRef.Key> accounts, Instant now) {
        return MAKE_DUE.execute(pool, new Due(accounts, now)).replaceWithVoid();
    }

    @Override
    public Uni<List<ReadAccount>> downstreamOf(List<AccountRef.Key> due) {
        return FIND_DOWNSTREAM
                .execute(pool, due)
                .map(rows -> Rows.list(
                        rows,
                        row -> new ReadAccount(
                                FactsReader.account(row), row.getLong("revision"), row.getInteger("version"))));
    }

    /** What is told between these statements has the account computed again. */
    @Override
    public Uni<KnownFacts> facts(List<ReadAccount> accounts) {
        List<AccountRef.Key> keys = accounts.stream().map(ReadAccount::key).toList();
        Set<AccountRef.Key> all = keys.stream().collect(Collectors.toUnmodifiableSet());
        return Uni.combine()
                .all()
                .unis(
                        READ_LOSSES.execute(pool, keys).map(rows -> Rows.list(rows, FactsReader::loss)),
                        READ_BOOKINGS.execute(pool, keys).map(rows -> Rows.list(rows, FactsReader::booking)),
                        READ_BALANCES.execute(pool, keys).map(rows -> Rows.list(rows, FactsReader::balance)),
                        READ_REFUNDS.execute(pool, keys).map(rows -> Rows.list(rows, FactsReader::refund)),
                        READ_UPSTREAM.execute(pool, keys).map(rows -> Rows.list(rows, FactsReader::upstream)))
                .with((losses, bookings, balances, refunds, upstream) ->
                        new KnownFacts(all, losses, bookings, balances, refunds, upstream));
    }

    @Override
    public Uni<Boolean> save(List<ReadAccount> accounts, Set<FlowId> upstream, Attribution attribution, Instant now) {
        return SaveStatement.execute(pool, accounts, upstream, attribution, now);
    }
}
