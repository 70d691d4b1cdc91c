package org.stoppayment.freeze.facts.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.facts.domain.Booking;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.facts.domain.CaseStatus;
import org.stoppayment.freeze.facts.domain.CaseStatus.Filing;
import org.stoppayment.freeze.facts.domain.CaseStatus.Report;
import org.stoppayment.freeze.facts.domain.Hold;
import org.stoppayment.freeze.facts.domain.ReportedTransfer;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.Rows;

/** Reads facts from the rows that the statements return. */
final class FactRows {

    private FactRows() {}

    static Booking booking(Row row) {
        AccountRef party = StoredAccount.party(row::getString, "party");
        return new Booking(
                new CaseId(row.getUUID("case_id")),
                StoredAccount.read(row::getString),
                Direction.valueOf(row.getString("direction")),
                row.getString("serial"),
                row.getInteger("ordinal"),
                row.getInteger("publications"),
                OutflowKind.valueOf(row.getString("kind")),
                Money.ofFen(row.getLong("amount_fen")),
                moment(row, "booked_at"),
                row.getLong("sequence"),
                Optional.of(party).filter(known -> !known.number().isEmpty()),
                row.getBoolean("is_replaced"));
    }

    static Hold hold(Row row) {
        return new Hold(
                new ApplicationId(row.getUUID("application_id")),
                new CaseId(row.getUUID("case_id")),
                row.getInteger("publications"),
                StoredAccount.read(row::getString),
                row.getBoolean("is_in_effect"),
                money(row, "held_fen"),
                Money.ofFen(row.getLong("returned_fen")),
                moment(row, "began_at"),
                moment(row, "expires_at"),
                Optional.ofNullable(row.getString("approval_level")).map(ApprovalLevel::valueOf));
    }

    static CaseStatus status(Row row) {
        return new CaseStatus(
                new CaseId(row.getUUID("case_id")),
                row.getInteger("publications"),
                Rows.instant(row, "received_at")
                        .map(at -> new Report(at, row.getString("fraud_type"), row.getString("report_organisation"))),
                Rows.instant(row, "filed_at")
                        .map(at ->
                                new Filing(row.getString("filing_number"), row.getString("filing_organisation"), at)),
                row.getBoolean("is_closed"),
                row.getBoolean("is_withdrawn"));
    }

    static ReportedTransfer transfer(Row row) {
        return new ReportedTransfer(
                new TransferId(row.getUUID("transfer_id")),
                row.getInteger("publications"),
                new AccountRef(
                        row.getString("payer_institution_code"),
                        row.getString("payer_number"),
                        row.getString("payer_name"),
                        AccountKind.UNSPECIFIED),
                StoredAccount.read(row::getString),
                money(row, "amount_fen"),
                Rows.instant(row, "transferred_at"),
                row.getString("serial"),
                transferId(row, "corrects"),
                transferId(row, "duplicate_of"),
                row.getBoolean("published_loss"));
    }

    private static Optional<TransferId> transferId(Row row, String column) {
        return Optional.ofNullable(row.getUUID(column)).map(TransferId::new);
    }

    private static Optional<Money> money(Row row, String column) {
        return Optional.ofNullable(row.getLong(column)).map(Money::ofFen);
    }

    private static Instant moment(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
