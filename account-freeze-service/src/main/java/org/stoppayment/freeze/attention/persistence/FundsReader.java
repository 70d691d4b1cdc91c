package org.stoppayment.freeze.attention.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.freeze.attention.application.FundsOfCases;
import org.stoppayment.freeze.attention.domain.CaseFunds;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Sums up the claims of cases. */
@ApplicationScoped
class FundsReader implements FundsOfCases {

    private static final SqlStatement SUM =
            SqlStatement.load("sql/attention/sum_claims_of_cases.sql", "case_ids uuid[]");

    private final Pool pool;

    FundsReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<CaseFunds>> of(List<CaseId> caseIds) {
        return SUM.execute(pool, caseIds).map(rows -> Rows.list(rows, FundsReader::funds));
    }

    private static CaseFunds funds(Row row) {
        return new CaseFunds(
                new CaseId(row.getUUID("case_id")),
                Money.ofFen(row.getLong("held_sum")),
                Money.ofFen(row.getLong("at_risk_sum")));
    }
}
