package org.stoppayment.recovery.attribution.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.attribution.application.StoredShares;
import org.stoppayment.recovery.attribution.domain.ComputedShares;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.attribution.domain.StatementCheck;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Reads what was computed from Postgres. */
@ApplicationScoped
class SharesReader implements StoredShares {

    private static final SqlStatement FIND =
            SqlStatement.load("sql/attribution/find_account.sql", "institution_code text, account_number text");
    private static final SqlStatement OF_CASE =
            SqlStatement.load("sql/attribution/list_accounts_of_case.sql", "case_id text");
    private static final SqlStatement PATH = SqlStatement.load(
            "sql/attribution/read_path.sql", "institution_code text, account_number text, max_flows int");

    private final Pool pool;

    SharesReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Computed>> find(AccountRef.Key account) {
        return FIND.execute(pool, account.institutionCode(), account.number())
                .map(rows -> Rows.first(rows, SharesReader::computed));
    }

    @Override
    public Uni<List<Computed>> ofCase(CaseId caseId) {
        return OF_CASE.execute(pool, caseId.toString()).map(rows -> Rows.list(rows, SharesReader::computed));
    }

    @Override
    public Uni<MoneyPath> path(AccountRef.Key account) {
        return PATH.execute(pool, account.institutionCode(), account.number(), MoneyPath.MAX_STEPS + 1)
                .map(rows -> Rows.list(rows, SharesReader::step))
                .map(steps -> new MoneyPath(
                        steps.stream().limit(MoneyPath.MAX_STEPS).toList(), steps.size() > MoneyPath.MAX_STEPS));
    }

    private static Computed computed(Row row) {
        return new Computed(shares(row), Rows.instant(row, "computed_at").orElseThrow(), row.getBoolean("is_current"));
    }

    private static ComputedShares shares(Row row) {
        return new ComputedShares(
                FactsReader.account(row),
                SharesJson.read(row.getString("shares")),
                provenance(row),
                row.getBoolean("is_determined"),
                new StatementCheck(
                        row.getLong("opening_fen"),
                        row.getLong("missing_fen"),
                        Optional.ofNullable(row.getLong("balance_fen"))
                                .map(fen -> new StatementCheck.Balance(
                                        fen, Rows.instant(row, "balance_as_of").orElseThrow()))),
                row.getInteger("inflows"),
                Optional.ofNullable(row.getInteger("level")));
    }

    private static MoneyPath.Step step(Row row) {
        return new MoneyPath.Step(
                FactsReader.flowId(row),
                FactsReader.other(row, "payer_institution_code", "payer_number"),
                FactsReader.other(row, "payee_institution_code", "payee_number"),
                row.getLong("amount_fen"),
                Rows.instant(row, "booked_at"),
                SharesJson.read(row.getString("shares")),
                provenance(row),
                Optional.ofNullable(row.getInteger("level")));
    }

    private static Provenance provenance(Row row) {
        return new Provenance(row.getBoolean("is_unique"), row.getBoolean("needs_statement"));
    }
}
