package org.stoppayment.freeze.queries.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.queries.application.CaseAccounts;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads accounts as cases know them. */
@ApplicationScoped
class CaseAccountReader implements CaseAccounts {

    private static final String KEY = "case_id uuid, institution_code text, account_number text";
    private static final SqlStatement FIND = SqlStatement.load("sql/queries/find_case_account.sql", KEY);
    private static final SqlStatement ORDERS = SqlStatement.load("sql/queries/find_orders_on_account.sql", KEY);

    private static final SqlStatement WITHDRAWN =
            SqlStatement.load("sql/queries/is_case_withdrawn.sql", "case_id uuid");

    private final Pool pool;

    CaseAccountReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<CaseAccount>> find(CaseId caseId, AccountRef.Key account) {
        return FIND.execute(pool, caseId, account.institutionCode(), account.number())
                .map(rows -> Rows.first(rows, row -> read(account, row)));
    }

    private static CaseAccount read(AccountRef.Key account, Row row) {
        return new CaseAccount(
                new AccountRef(
                        account.institutionCode(),
                        account.number(),
                        row.getString("account_name"),
                        AccountKind.valueOf(row.getString("account_kind"))),
                Rows.instant(row, "money_since"),
                Rows.instant(row, "account_money_since"),
                row.getString("reason"),
                row.getString("organisation"),
                Rows.instant(row, "received_at").orElseThrow(),
                row.getBoolean("withdrawn"));
    }

    @Override
    public Uni<Boolean> isWithdrawn(CaseId caseId) {
        return WITHDRAWN
                .execute(pool, caseId)
                .map(rows -> rows.iterator().next().getBoolean("withdrawn"));
    }

    @Override
    public Uni<List<ApplicationId>> orders(CaseId caseId, AccountRef.Key account) {
        return ORDERS.execute(pool, caseId, account.institutionCode(), account.number())
                .map(rows -> Rows.list(rows, row -> new ApplicationId(row.getUUID("application_id"))));
    }
}
