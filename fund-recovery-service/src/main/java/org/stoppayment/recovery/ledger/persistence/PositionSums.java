package org.stoppayment.recovery.ledger.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.ledger.domain.AccountBooks;
import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Adds entries up in Postgres. */
@ApplicationScoped
class PositionSums {

    private static final SqlStatement ACCOUNTS_OF_CASE =
            SqlStatement.load("sql/ledger/sum_accounts_of_case.sql", "case_id uuid, recorded_until timestamptz");
    private static final SqlStatement CASES_OF_ACCOUNT = SqlStatement.load(
            "sql/ledger/sum_cases_of_account.sql",
            "institution_code text, account_number text, recorded_until timestamptz");
    private static final SqlStatement CASES =
            SqlStatement.load("sql/ledger/sum_cases.sql", "case_ids uuid[], recorded_until timestamptz");

    private final Pool pool;

    PositionSums(Pool pool) {
        this.pool = pool;
    }

    Uni<List<AccountBooks>> accountsOf(CaseId caseId, Instant recordedUntil) {
        return ACCOUNTS_OF_CASE
                .execute(pool, caseId, recordedUntil)
                .map(rows -> Rows.list(rows, row -> new AccountBooks(account(row), PositionRows.positions(row))));
    }

    Uni<List<CasePositions>> casesOn(AccountRef.Key account, Instant recordedUntil) {
        return CASES_OF_ACCOUNT
                .execute(pool, account.institutionCode(), account.number(), recordedUntil)
                .map(rows -> Rows.list(rows, PositionSums::ofCase));
    }

    Uni<List<CasePositions>> of(Collection<CaseId> caseIds, Instant recordedUntil) {
        return CASES.execute(pool, caseIds, recordedUntil).map(rows -> Rows.list(rows, PositionSums::ofCase));
    }

    private static CasePositions ofCase(Row row) {
        return new CasePositions(new CaseId(row.getUUID("case_id")), PositionRows.positions(row));
    }

    private static AccountRef account(Row row) {
        return new AccountRef(
                row.getString("institution_code"),
                row.getString("account_number"),
                row.getString("account_name"),
                AccountKind.valueOf(row.getString("account_kind")));
    }
}
