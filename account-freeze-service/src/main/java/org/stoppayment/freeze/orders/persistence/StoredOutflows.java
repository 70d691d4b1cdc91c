package org.stoppayment.freeze.orders.persistence;

import io.vertx.mutiny.sqlclient.Row;
import org.stoppayment.freeze.orders.domain.PendingOutflows.Stored;
import org.stoppayment.freeze.orders.domain.ReportedBookings.Content;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.postgres.SqlStatement;

/** The outflows of an account as rows. */
final class StoredOutflows {

    static final SqlStatement FIND = SqlStatement.load(
            "sql/orders/find_outflows.sql", "institution_code text, account_number text, application_id uuid");

    private StoredOutflows() {}

    static Stored read(Row row) {
        return new Stored(
                row.getString("serial"),
                row.getInteger("ordinal"),
                new Content(
                        OutflowKind.valueOf(row.getString("kind")),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getString("payee_number")),
                row.getOffsetDateTime("booked_at").toInstant(),
                row.getBoolean("is_pending"));
    }
}
