package org.stoppayment.freeze.mules.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.mules.application.Mules;
import org.stoppayment.freeze.mules.domain.Mule;
import org.stoppayment.freeze.mules.domain.MuleHistory;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.rules.domain.ListRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Known mules in Postgres, worked out from the claims and orders of accounts with more than one order. */
@ApplicationScoped
public class MuleStore implements Mules {

    private static final SqlStatement LIST = SqlStatement.load(
            "sql/mules/list_mules.sql",
            "mule_stops int, mule_cases int, after_institution_code text, after_account_number text, "
                    + "max_mules int");
    private static final SqlStatement OF_NUMBER = SqlStatement.load(
            "sql/mules/find_mules_by_number.sql",
            "mule_stops int, mule_cases int, account_number text, institution_code text");
    private static final SqlStatement REACHED =
            SqlStatement.load("sql/mules/find_cases_of_mule.sql", "institution_code text, account_number text");
    private static final SqlStatement ORDERS =
            SqlStatement.load("sql/mules/find_orders_of_mule.sql", "institution_code text, account_number text");

    private final Pool pool;

    MuleStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Mule>> list(ListRules rules, Optional<AccountRef.Key> after, int max) {
        return LIST.execute(
                        pool,
                        rules.muleStops(),
                        rules.muleCases(),
                        after.map(AccountRef.Key::institutionCode).orElse(""),
                        after.map(AccountRef.Key::number).orElse(""),
                        max)
                .map(rows -> Rows.list(rows, MuleStore::mule));
    }

    @Override
    public Uni<List<MuleHistory>> histories(ListRules rules, String number, Optional<String> institutionCode) {
        return OF_NUMBER
                .execute(pool, rules.muleStops(), rules.muleCases(), number, institutionCode)
                .chain(rows -> Multi.createFrom()
                        .iterable(Rows.list(rows, MuleStore::mule))
                        .onItem()
                        .transformToUniAndConcatenate(this::history)
                        .collect()
                        .asList());
    }

    private Uni<MuleHistory> history(Mule mule) {
        AccountRef account = mule.account();
        return REACHED.execute(pool, account.institutionCode(), account.number())
                .chain(reached -> ORDERS.execute(pool, account.institutionCode(), account.number())
                        .map(orders -> new MuleHistory(
                                mule, Rows.list(reached, MuleStore::reach), Rows.list(orders, MuleStore::order))));
    }

    private static Mule mule(Row row) {
        return new Mule(
                StoredAccount.read(row::getString),
                row.getLong("stops").intValue(),
                row.getLong("cases").intValue(),
                Money.ofFen(row.getLong("tainted_fen")),
                row.getBoolean("held"),
                Rows.instant(row, "first_claimed_at"),
                Rows.instant(row, "last_stopped_at"));
    }

    private static MuleHistory.Reach reach(Row row) {
        return new MuleHistory.Reach(
                new CaseId(row.getUUID("case_id")),
                row.getInteger("level"),
                Money.ofFen(row.getLong("tainted_fen")),
                Money.ofFen(row.getLong("held_fen")),
                row.getOffsetDateTime("claimed_at").toInstant());
    }

    private static MuleHistory.Order order(Row row) {
        return new MuleHistory.Order(
                new ApplicationId(row.getUUID("application_id")),
                new CaseId(row.getUUID("case_id")),
                Phase.valueOf(row.getString("state")),
                row.getOffsetDateTime("placed_at").toInstant(),
                Rows.instant(row, "stopped_at"),
                Rows.instant(row, "ended_at"),
                row.getBoolean("urgent"));
    }
}
