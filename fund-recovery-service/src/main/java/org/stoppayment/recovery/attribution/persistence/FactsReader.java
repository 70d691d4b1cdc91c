package org.stoppayment.recovery.attribution.persistence;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.recovery.attribution.domain.AccountBooking;
import org.stoppayment.recovery.attribution.domain.AccountShares;
import org.stoppayment.recovery.attribution.domain.Flow;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.PaidRefund;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.attribution.domain.ReportedLoss;
import org.stoppayment.recovery.attribution.domain.ToldBalance;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Facts in the rows of statements. */
final class FactsReader {

    private FactsReader() {}

    static AccountRef.Key account(Row row) {
        return new AccountRef.Key(row.getString("institution_code"), row.getString("account_number"));
    }

    static ReportedLoss loss(Row row) {
        return new ReportedLoss(
                new TransferId(row.getUUID("transfer_id")),
                new CaseId(row.getUUID("case_id")),
                other(row, "payer_institution_code", "payer_number"),
                account(row),
                row.getLong("amount_fen"),
                Rows.instant(row, "transferred_at"),
                row.getString("serial"));
    }

    static AccountBooking booking(Row row) {
        boolean isTransfer = row.getString("kind").equals("TRANSFER");
        return new AccountBooking(
                account(row),
                row.getString("direction").equals("IN"),
                row.getString("serial"),
                row.getInteger("ordinal"),
                row.getLong("amount_fen"),
                moment(row, "booked_at"),
                row.getLong("sequence"),
                isTransfer ? other(row, "counterparty_institution_code", "counterparty_number") : Optional.empty());
    }

    static ToldBalance balance(Row row) {
        return new ToldBalance(
                account(row),
                row.getLong("balance_fen"),
                moment(row, "as_of"),
                Optional.ofNullable(row.getLong("opening_fen")),
                Rows.instant(row, "since"));
    }

    static PaidRefund refund(Row row) {
        return new PaidRefund(
                row.getUUID("payment_id"),
                row.getString("receipt_id"),
                account(row),
                new CaseId(row.getUUID("case_id")),
                new AccountRef.Key(row.getString("payee_institution_code"), row.getString("payee_number")),
                row.getLong("paid_fen"),
                moment(row, "paid_at"),
                Optional.ofNullable(row.getLong("returned_fen"))
                        .map(fen -> new PaidRefund.Returned(fen, moment(row, "returned_at"))));
    }

    /** What an account that is not computed now has paid: for those downstream it comes from outside. */
    static Flow upstream(Row row) {
        int level = Optional.ofNullable(row.getInteger("level")).orElse(AccountShares.UNREACHED);
        return new Flow(
                flowId(row),
                other(row, "payer_institution_code", "payer_number"),
                other(row, "payee_institution_code", "payee_number"),
                row.getLong("amount_fen"),
                moment(row, "booked_at"),
                moment(row, "booked_at"),
                row.getLong("sequence"),
                Optional.of(new Flow.Origin(
                        SharesJson.read(row.getString("shares")),
                        new Provenance(row.getBoolean("is_unique"), row.getBoolean("needs_statement")),
                        level == AccountShares.UNREACHED ? level : level - 1)),
                Optional.empty());
    }

    static FlowId flowId(Row row) {
        return new FlowId(
                FlowId.Source.valueOf(row.getString("source")),
                account(row),
                row.getString("serial"),
                row.getInteger("ordinal"));
    }

    static Optional<AccountRef.Key> other(Row row, String code, String number) {
        return Optional.ofNullable(row.getString(number))
                .filter(named -> !named.isEmpty())
                .map(named -> new AccountRef.Key(row.getString(code), named));
    }

    private static Instant moment(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at.toInstant();
    }
}
