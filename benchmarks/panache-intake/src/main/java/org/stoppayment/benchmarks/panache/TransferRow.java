package org.stoppayment.benchmarks.panache;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.ids.TransferId;

/** A reported transfer. */
@Entity
@Table(name = "transfer")
class TransferRow extends PanacheEntityBase {

    @Id
    @Column(name = "transfer_id")
    UUID transferId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "request_id")
    UUID requestId;

    int ordinal;

    @Nullable
    @Column(name = "corrects_transfer_id")
    UUID correctsTransferId;

    @Column(name = "payer_name")
    String payerName;

    @Column(name = "payer_number")
    String payerNumber;

    @Column(name = "payer_kind")
    String payerKind;

    @Column(name = "payer_institution")
    String payerInstitution;

    @Column(name = "payee_name")
    String payeeName;

    @Column(name = "payee_number")
    String payeeNumber;

    @Column(name = "payee_kind")
    String payeeKind;

    @Column(name = "payee_institution")
    String payeeInstitution;

    @Nullable
    @Column(name = "amount_fen")
    Long amountFen;

    String currency;

    @Nullable
    @Column(name = "transferred_at")
    Instant transferredAt;

    String serial;

    static TransferRow of(Submission submission, int ordinal) {
        IdentifiedTransfer identified = submission.transfers().get(ordinal);
        Transfer transfer = identified.transfer();
        TransferRow row = new TransferRow();
        row.transferId = identified.transferId().value();
        row.caseId = submission.caseId().value();
        row.requestId = submission.requestId();
        row.ordinal = ordinal;
        row.correctsTransferId = identified.corrects().map(TransferId::value).orElse(null);
        row.payerName = transfer.payer().name();
        row.payerNumber = transfer.payer().number();
        row.payerKind = transfer.payer().kind().name();
        row.payerInstitution = transfer.payer().institutionCode();
        row.payeeName = transfer.payee().name();
        row.payeeNumber = transfer.payee().number();
        row.payeeKind = transfer.payee().kind().name();
        row.payeeInstitution = transfer.payee().institutionCode();
        row.amountFen = transfer.amountFen().orElse(null);
        row.currency = transfer.currency();
        row.transferredAt = transfer.transferredAt().orElse(null);
        row.serial = transfer.serial();
        return row;
    }
}
