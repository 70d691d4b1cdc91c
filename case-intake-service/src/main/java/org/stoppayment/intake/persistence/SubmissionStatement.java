package org.stoppayment.intake.persistence;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;

/** The statement that accepts submissions, and its parameters. */
final class SubmissionStatement {

    private static final RowParameters<New> SUBMISSIONS = RowParameters.<New>of()
            .uuid("request_id", n -> n.submission().requestId())
            .id("case_id", n -> n.submission().caseId())
            .text("kind", n -> n.submission().kind().name())
            .bytes("digest", n -> n.submission().content().digest())
            .bytes("content", n -> n.submission().content().bytes())
            .text("warnings", n -> WarningsJson.write(n.submission().warnings()))
            .instant("accepted_at", n -> n.submission().acceptedAt())
            .text("channel", n -> n.submission().channel())
            .text("fraud_type", n -> n.submission().fraudType())
            .integer("transfer_count", n -> newTransfers(n.submission()))
            .integer(
                    "protective_stop_count",
                    n -> n.submission().protectiveStops().size())
            .bigint("reported_fen", n -> n.submission().reportedFen())
            .id("event_id", n -> n.event().eventId())
            .text("type", n -> n.event().type())
            .instant("occurred_at", n -> n.event().occurredAt())
            .bytes("data", n -> n.event().data())
            .instant("due_at", n -> n.event().dueAt());
    private static final RowParameters<NewTransfer> TRANSFERS = RowParameters.<NewTransfer>of()
            .uuid("request_id", t -> t.submission().requestId())
            .id("transfer_id", t -> t.identified().transferId())
            .integer("ordinal", NewTransfer::ordinal)
            .optionalId("corrects_transfer_id", t -> t.identified().corrects())
            .text("payer_name", t -> t.transfer().payer().name())
            .text("payer_number", t -> t.transfer().payer().number())
            .text("payer_kind", t -> t.transfer().payer().kind().name())
            .text("payer_institution", t -> t.transfer().payer().institutionCode())
            .text("payee_name", t -> t.transfer().payee().name())
            .text("payee_number", t -> t.transfer().payee().number())
            .text("payee_kind", t -> t.transfer().payee().kind().name())
            .text("payee_institution", t -> t.transfer().payee().institutionCode())
            .optionalBigint("amount_fen", t -> t.transfer().amountFen())
            .text("currency", t -> t.transfer().currency())
            .optionalInstant("transferred_at", t -> t.transfer().transferredAt())
            .text("serial", t -> t.transfer().serial());

    static final BatchStatement<List<New>> ACCEPT = BatchStatement.<List<New>>of(
                    "sql/submissions/accept_submissions.sql")
            .rows("submissions", SUBMISSIONS, submissions -> submissions)
            .rows("transfers", TRANSFERS, SubmissionStatement::transfers)
            .build();

    private SubmissionStatement() {}

    /** A submission and its event. */
    record New(Submission submission, OutboxEvent event) {}

    private record NewTransfer(Submission submission, int ordinal, IdentifiedTransfer identified) {
        Transfer transfer() {
            return identified.transfer();
        }
    }

    private static List<NewTransfer> transfers(List<New> rows) {
        List<NewTransfer> transfers = new ArrayList<>();
        for (New row : rows) {
            List<IdentifiedTransfer> identified = row.submission().transfers();
            for (int i = 0; i < identified.size(); i++) {
                transfers.add(new NewTransfer(row.submission(), i, identified.get(i)));
            }
        }
        return transfers;
    }

    /** Number of transfers that are not corrections. */
    private static int newTransfers(Submission submission) {
        return (int) submission.transfers().stream()
                .filter(transfer -> transfer.corrects().isEmpty())
                .count();
    }
}
