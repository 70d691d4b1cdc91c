package org.stoppayment.recovery.facts.persistence;

import java.util.function.Function;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.postgres.RowParameters;
import org.stoppayment.recovery.facts.domain.Balance;
import org.stoppayment.recovery.facts.domain.Booking;
import org.stoppayment.recovery.facts.domain.CaseStatus;
import org.stoppayment.recovery.facts.domain.CaseStatus.Filing;
import org.stoppayment.recovery.facts.domain.CaseStatus.Report;
import org.stoppayment.recovery.facts.domain.Hold;
import org.stoppayment.recovery.facts.domain.Party;
import org.stoppayment.recovery.facts.domain.ReportedTransfer;
import org.stoppayment.recovery.facts.domain.VictimName;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** The columns in which facts are sent to the statements that keep them. */
final class FactColumns {

    static final RowParameters<ReportedTransfer> TRANSFERS = party(
                    account(
                            RowParameters.<ReportedTransfer>of()
                                    .id("transfer_id", ReportedTransfer::key)
                                    .integer("revision", ReportedTransfer::revision)
                                    .id("case_id", ReportedTransfer::caseId),
                            ReportedTransfer::payee),
                    "payer",
                    ReportedTransfer::payer)
            .optionalBigint("amount_fen", transfer -> transfer.amount().map(Money::fen))
            .optionalInstant("transferred_at", ReportedTransfer::transferredAt)
            .text("serial", ReportedTransfer::serial)
            .optionalId("corrects", ReportedTransfer::corrects)
            .optionalId("duplicate_of", ReportedTransfer::duplicateOf)
            .bool("is_loss", ReportedTransfer::isLoss);

    static final RowParameters<VictimName> VICTIMS =
            RowParameters.<VictimName>of().id("case_id", VictimName::caseId).text("victim_name", VictimName::name);

    static final RowParameters<Booking> BOOKINGS = party(
                    account(RowParameters.<Booking>of(), Booking::account), "counterparty", Booking::counterparty)
            .text("direction", booking -> booking.direction().name())
            .text("serial", Booking::serial)
            .integer("ordinal", Booking::ordinal)
            .integer("revision", Booking::revision)
            .text("kind", booking -> booking.kind().name())
            .bigint("amount_fen", booking -> booking.amount().fen())
            .instant("booked_at", Booking::bookedAt)
            .bigint("sequence", Booking::sequence)
            .bool("is_replaced", Booking::isReplaced);

    static final RowParameters<Balance> BALANCES = RowParameters.<Balance>of()
            .id("application_id", Balance::key)
            .integer("revision", Balance::revision)
            .text("institution_code", balance -> balance.account().institutionCode())
            .text("account_number", balance -> balance.account().number())
            .bigint("balance_fen", balance -> balance.balance().fen())
            .instant("as_of", Balance::asOf)
            .optionalBigint("opening_fen", balance -> balance.opening().map(Money::fen))
            .optionalInstant("since", Balance::since);

    static final RowParameters<Hold> HOLDS = account(
                    RowParameters.<Hold>of()
                            .id("hold_id", Hold::key)
                            .integer("revision", Hold::revision)
                            .id("case_id", Hold::caseId),
                    Hold::account)
            .text("measure", hold -> hold.measure().name())
            .bool("is_in_effect", Hold::isInEffect)
            .bigint("held_fen", hold -> hold.held().fen())
            .bigint("returned_fen", hold -> hold.returned().fen())
            .instant("began_at", Hold::beganAt)
            .instant("expires_at", Hold::expiresAt)
            .text(
                    "approval_level",
                    hold -> hold.approvalLevel().map(Hold.ApprovalLevel::name).orElse(""));

    static final RowParameters<CaseStatus> STATUSES = RowParameters.<CaseStatus>of()
            .id("case_id", CaseStatus::key)
            .integer("status_revision", CaseStatus::revision)
            .optionalInstant("received_at", status -> status.report().map(Report::receivedAt))
            .text("fraud_type", status -> status.report().map(Report::fraudType).orElse(""))
            .text(
                    "organisation",
                    status -> status.report().map(Report::organisation).orElse(""))
            .text("filing_number", status -> status.filing().map(Filing::number).orElse(""))
            .text(
                    "filing_organisation",
                    status -> status.filing().map(Filing::organisation).orElse(""))
            .optionalInstant("filed_at", status -> status.filing().map(Filing::at))
            .bool("is_closed", CaseStatus::isClosed)
            .bool("is_withdrawn", CaseStatus::isWithdrawn);

    private FactColumns() {}

    private static <T> RowParameters<T> account(RowParameters<T> rows, Function<T, AccountRef> account) {
        return rows.text("institution_code", row -> account.apply(row).institutionCode())
                .text("account_number", row -> account.apply(row).number())
                .text("account_name", row -> account.apply(row).name())
                .text("account_kind", row -> account.apply(row).kind().name());
    }

    private static <T> RowParameters<T> party(RowParameters<T> rows, String name, Function<T, Party> party) {
        return rows.text(name + "_institution_code", row -> party.apply(row).institutionCode())
                .text(name + "_number", row -> party.apply(row).number())
                .text(name + "_name", row -> party.apply(row).name())
                .text(name + "_kind", row -> party.apply(row).kind().name());
    }
}
