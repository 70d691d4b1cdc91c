package org.stoppayment.intake.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.TransferId;

/** A transfer, read-only; {@link SubmissionStatement} writes it. */
@Entity
@Immutable
@Table(name = "transfer")
class TransferEntity {

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

    @Enumerated(EnumType.STRING)
    @Column(name = "payer_kind")
    AccountKind payerKind;

    @Column(name = "payer_institution")
    String payerInstitution;

    @Column(name = "payee_name")
    String payeeName;

    @Column(name = "payee_number")
    String payeeNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "payee_kind")
    AccountKind payeeKind;

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

    IdentifiedTransfer identified() {
        return new IdentifiedTransfer(
                new TransferId(transferId),
                new Transfer(
                        new NamedAccount(payerName, payerNumber, payerKind, payerInstitution),
                        new NamedAccount(payeeName, payeeNumber, payeeKind, payeeInstitution),
                        Optional.ofNullable(amountFen),
                        currency,
                        Optional.ofNullable(transferredAt),
                        serial),
                Optional.ofNullable(correctsTransferId).map(TransferId::new));
    }
}
