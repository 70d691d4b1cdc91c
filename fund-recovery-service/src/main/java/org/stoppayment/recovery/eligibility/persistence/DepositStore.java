package org.stoppayment.recovery.eligibility.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.eligibility.application.Deposits;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Decisions about deposits in Postgres. One statement, because decision, shares and plans belong together. */
@ApplicationScoped
class DepositStore implements Deposits {

    private static final SqlStatement DECIDE = SqlStatement.load(
            "sql/eligibility/decide_deposit.sql",
            "case_id uuid, transfer_id uuid, is_confirmed boolean, reason text, evidence_digest text, due_at timestamptz,"
                    + " decided_by text");

    private final Pool pool;

    DepositStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> decide(CaseId caseId, TransferId transferId, Decision decision) {
        return DECIDE.execute(
                        pool,
                        caseId,
                        transferId,
                        decision.isConfirmed(),
                        decision.reason(),
                        decision.evidenceDigest().orElse(""),
                        decision.decidedAt(),
                        StoredPerson.text(decision.officer()))
                .map(rows -> rows.rowCount() > 0);
    }
}
