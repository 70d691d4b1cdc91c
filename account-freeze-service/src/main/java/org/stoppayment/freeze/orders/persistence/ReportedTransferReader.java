package org.stoppayment.freeze.orders.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Placement;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.TransferId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Transfers as they were last put right, each with the newest order that its case has made for its account. */
public final class ReportedTransferReader {

    public static final SqlStatement FIND =
            SqlStatement.load("sql/orders/find_reported_transfers_of_case.sql", "case_id uuid, transfer_ids uuid[]");

    private ReportedTransferReader() {}

    static Placement.Remembered read(Row row) {
        return new Placement.Remembered(
                new TransferId(row.getUUID("asked_id")),
                new TransferId(row.getUUID("transfer_id")),
                new AccountRef(
                        row.getString("transfer_institution_code"),
                        row.getString("transfer_account_number"),
                        row.getString("transfer_account_name"),
                        AccountKind.valueOf(row.getString("transfer_account_kind"))),
                Optional.ofNullable(row.getLong("amount_fen")).map(Money::ofFen),
                row.getInteger("transfer_version"),
                row.getUUID("application_id") == null ? Optional.empty() : Optional.of(StopOrderRow.read(row)));
    }
}
