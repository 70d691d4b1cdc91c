package org.stoppayment.recovery.payments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.payments.application.PaymentBases;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Reads what an order to pay rests on: it is told in tables of four features, and read in one statement. */
@ApplicationScoped
class PaymentBasisReader implements PaymentBases {

    private static final SqlStatement READ = SqlStatement.load(
            "sql/payments/read_payment_basis.sql", "plan_id uuid, case_id uuid, freeze_id uuid, now timestamptz");

    private final Pool pool;
    private final InstantSource clock;

    PaymentBasisReader(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Basis>> of(Payment payment) {
        return READ.execute(
                        pool,
                        payment.order().planId(),
                        payment.order().caseId(),
                        payment.order().freezeId(),
                        clock.instant())
                .map(rows -> Rows.first(rows, PaymentBasisReader::basis));
    }

    private static Basis basis(Row row) {
        return new Basis(
                row.getString("account_name"),
                AccountKind.valueOf(row.getString("account_kind")),
                row.getString("digest"),
                row.getString("filing_number"),
                row.getString("filing_organisation"),
                row.getString("document_digest"),
                StoredPerson.person(row.getString("decided_by")),
                ApprovalLevel.valueOf(row.getString("level")));
    }
}
