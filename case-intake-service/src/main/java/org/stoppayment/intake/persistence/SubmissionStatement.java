package org.stoppayment.intake.persistence;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.ParameterRows;

/**
 * The statement that stores any number of submissions with their cases, transfers and events. Nothing is written for a submission
 * whose request id exists.
 */
final class SubmissionStatement {

    private static final ParameterRows<New> SUBMISSIONS = ParameterRows.<New>first()
            .uuid("request_id", n -> n.submission().requestId())
            .uuid("case_id", n -> n.submission().caseId().value())
            .text("kind", n -> n.submission().kind().name())
            .bytes("digest", n -> n.submission().content().digest())
            .bytes("content", n -> n.submission().content().bytes())
            .text("warnings", n -> WarningsJson.write(n.submission().warnings()))
            .instant("accepted_at", n -> n.submission().acceptedAt())
            .text("channel", n -> n.submission().channel())
            .text("fraud_type", n -> n.submission().fraudType())
            .integer("transfer_count", n -> newTransfers(n.submission()))
            .bigint("reported_fen", n -> n.submission().reportedFen())
            .uuid("event_id", n -> n.event().eventId().value())
            .text("type", n -> n.event().type())
            .instant("occurred_at", n -> n.event().occurredAt())
            .bytes("data", n -> n.event().data())
            .instant("due_at", n -> n.event().dueAt());
    private static final ParameterRows<NewTransfer> TRANSFERS = ParameterRows.<NewTransfer>after(SUBMISSIONS)
            .uuid("request_id", t -> t.submission().requestId())
            .uuid("transfer_id", t -> t.identified().transferId().value())
            .integer("ordinal", NewTransfer::ordinal)
            .optionalUuid("corrects_transfer_id", t -> t.identified().corrects().map(TransferId::value))
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

    static final String SQL = """
            WITH taken AS (
                INSERT INTO submission (request_id, case_id, kind, digest, content, warnings, accepted_at)
                SELECT request_id, case_id, kind, digest, content, warnings, accepted_at FROM
            """
            + SUBMISSIONS.as("s", "request_id", "case_id", "kind", "digest", "content", "warnings", "accepted_at") + """
                ON CONFLICT (request_id) DO NOTHING
                RETURNING request_id, case_id, kind, accepted_at),
            opened AS (
                INSERT INTO fraud_case (case_id, status, channel, fraud_type, accepted_at, transfer_count, reported_fen)
                SELECT case_id, 'OPEN', s.channel, s.fraud_type, accepted_at, s.transfer_count, s.reported_fen
                FROM taken JOIN
            """
            + SUBMISSIONS.as("s", "request_id", "channel", "fraud_type", "transfer_count", "reported_fen") + """
                     USING (request_id)
                WHERE kind = 'REPORT'),
            added AS (
                UPDATE fraud_case SET transfer_count = fraud_case.transfer_count + s.transfer_count,
                                      reported_fen = fraud_case.reported_fen + s.reported_fen
                FROM (SELECT case_id, sum(n.transfer_count)::int AS transfer_count,
                             sum(n.reported_fen)::bigint AS reported_fen
                      FROM taken JOIN
            """
            + SUBMISSIONS.as("n", "request_id", "transfer_count", "reported_fen") + """
                           USING (request_id)
                      WHERE kind = 'SUPPLEMENT' GROUP BY case_id) AS s -- an UPDATE takes one row for each case
                WHERE fraud_case.case_id = s.case_id),
            transfers AS (
                INSERT INTO transfer (request_id, case_id, transfer_id, ordinal, corrects_transfer_id,
                                      payer_name, payer_number, payer_kind, payer_institution,
                                      payee_name, payee_number, payee_kind, payee_institution,
                                      amount_fen, currency, transferred_at, serial)
                SELECT request_id, taken.case_id, t.transfer_id, t.ordinal, t.corrects_transfer_id,
                       t.payer_name, t.payer_number, t.payer_kind, t.payer_institution,
                       t.payee_name, t.payee_number, t.payee_kind, t.payee_institution,
                       t.amount_fen, t.currency, t.transferred_at, t.serial
                FROM taken JOIN
            """ + TRANSFERS.as("t") + """
                     USING (request_id)),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.event_id, taken.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM taken JOIN
            """
            + SUBMISSIONS.as("e", "request_id", "event_id", "type", "occurred_at", "data", "due_at") + """
                     USING (request_id))
            SELECT request_id FROM taken
            """;

    private SubmissionStatement() {}

    /** A submission and its event. */
    record New(Submission submission, OutboxEvent event) {}

    private record NewTransfer(Submission submission, int ordinal, IdentifiedTransfer identified) {
        Transfer transfer() {
            return identified.transfer();
        }
    }

    static Tuple parameters(List<New> rows) {
        List<NewTransfer> transfers = new ArrayList<>();
        for (New row : rows) {
            List<IdentifiedTransfer> identified = row.submission().transfers();
            for (int i = 0; i < identified.size(); i++) {
                transfers.add(new NewTransfer(row.submission(), i, identified.get(i)));
            }
        }
        return TRANSFERS.addTo(SUBMISSIONS.addTo(Tuple.tuple(), rows), transfers);
    }

    /** Number of transfers that are not corrections. */
    private static int newTransfers(Submission submission) {
        return (int) submission.transfers().stream()
                .filter(transfer -> transfer.corrects().isEmpty())
                .count();
    }
}
