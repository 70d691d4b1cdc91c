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

/** What orders to pay rest on. It is told in tables of four features; one statement reads it, and keeps what the first order says. */
@ApplicationScoped
class PaymentBasisStore implements PaymentBases {

    private static final SqlStatement KEEP =
            SqlStatement.load("sql/payments/keep_payment_basis.sql", "payment_id uuid, now timestamptz");

    private final Pool pool;
    private final InstantSource clock;

    PaymentBasisStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Basis>> of(Payment payment) {
        return KEEP.execute(pool, payment.id(), clock.instant())
                .map(rows -> Rows.first(rows, PaymentBasisStore::basis));
    }

    private static Basis basis(Row row) {
        return new Basis(
                row.getString("told_account_name"),
                AccountKind.valueOf(row.getString("told_account_kind")),
                row.getString("digest"),
                row.getString("told_filing_number"),
                row.getString("told_filing_organisation"),
                row.getString("document_digest"),
                StoredPerson.person(row.getString("decided_by")),
                ApprovalLevel.valueOf(row.getString("level")));
    }
}
