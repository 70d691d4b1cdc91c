package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeilings;
import org.stoppayment.freeze.books.persistence.StoredClaimEnd;
import org.stoppayment.freeze.books.persistence.StoredFreeze;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads what freezes may rest on. */
@ApplicationScoped
public class FreezeCeilingReader implements FreezeCeilings {

    private static final SqlStatement READ = SqlStatement.load(
            "sql/amendments/read_freeze_ceiling.sql",
            "case_id uuid, institution_code text, account_number text, tolerance text");

    private final Pool pool;
    private final TracingRules rules;

    FreezeCeilingReader(Pool pool, TracingRules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    @Override
    public Uni<Optional<FreezeCeiling>> of(CaseId caseId, AccountRef.Key account) {
        return READ.execute(
                        pool,
                        caseId,
                        account.institutionCode(),
                        account.number(),
                        rules.tolerance().toString())
                .map(rows -> Rows.first(rows, FreezeCeilingReader::ceiling));
    }

    private static FreezeCeiling ceiling(Row row) {
        return new FreezeCeiling(
                StoredAccount.read(row::getString),
                Money.ofFen(row.getLong("remaining_fen")),
                Money.ofFen(row.getLong("surplus_fen")),
                row.getBoolean("behind"),
                Optional.ofNullable(row.getUUID("stop_id")).map(stop -> stop(new ApplicationId(stop), row)),
                row.getInteger("other_claims"),
                StoredClaimEnd.read(row),
                StoredFreeze.read(row));
    }

    private static FreezeCeiling.StopInEffect stop(ApplicationId id, Row row) {
        return new FreezeCeiling.StopInEffect(
                id,
                new CaseId(row.getUUID("stop_case_id")),
                Rows.instant(row, "expires_at").orElseThrow(),
                Optional.ofNullable(row.getLong("balance_fen")).map(Money::ofFen));
    }
}
