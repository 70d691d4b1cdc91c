package org.stoppayment.freeze.orders.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads transfers as last corrected, each with the newest order of its case for its account. */
public final class ReportedTransferReader {

    public static final SqlStatement FIND =
            SqlStatement.load("sql/orders/find_reported_transfers_of_case.sql", "case_id uuid, transfer_ids uuid[]");

    private ReportedTransferReader() {}

    static Placement.StoredTransfer read(Row row) {
        return new Placement.StoredTransfer(
                new TransferId(row.getUUID("asked_id")),
                new TransferId(row.getUUID("transfer_id")),
                new AccountRef.Key(row.getString("payer_institution_code"), row.getString("payer_number")),
                StoredAccount.read(row::getString, "transfer_"),
                Optional.ofNullable(row.getLong("amount_fen")).map(Money::ofFen),
                row.getInteger("transfer_version"),
                row.getUUID("application_id") == null ? Optional.empty() : Optional.of(StopOrderRow.read(row)));
    }
}
