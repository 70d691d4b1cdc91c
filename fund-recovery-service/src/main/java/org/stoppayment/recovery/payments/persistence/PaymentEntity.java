package org.stoppayment.recovery.payments.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentOrder;
import org.stoppayment.recovery.payments.domain.PaymentState;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** A payment. What is ordered is written once. */
@Entity
@Table(name = "refund_payment")
class PaymentEntity {

    @Id
    @Column(name = "payment_id")
    UUID paymentId;

    @Column(name = "plan_id", updatable = false)
    UUID planId;

    @Column(name = "case_id", updatable = false)
    UUID caseId;

    @Column(name = "institution_code", updatable = false)
    String institutionCode;

    @Column(name = "account_number", updatable = false)
    String accountNumber;

    @Column(name = "freeze_id", updatable = false)
    UUID freezeId;

    @Column(name = "freeze_case_id", updatable = false)
    UUID freezeCaseId;

    @Column(name = "payee_institution_code", updatable = false)
    String payeeInstitutionCode;

    @Column(name = "payee_number", updatable = false)
    String payeeNumber;

    @Column(name = "payee_name", updatable = false)
    String payeeName;

    @Enumerated(EnumType.STRING)
    @Column(name = "payee_kind", updatable = false)
    AccountKind payeeKind;

    @Column(name = "is_original_payee", updatable = false)
    boolean isOriginalPayee;

    @Column(name = "amount_fen", updatable = false)
    long amountFen;

    @Column(name = "ordered_at", updatable = false)
    Instant orderedAt;

    @Column(name = "ordered_by", updatable = false)
    String orderedBy;

    @Column(name = "deadline_at", updatable = false)
    Instant deadlineAt;

    @Enumerated(EnumType.STRING)
    PaymentState state;

    int attempts;
    int failures;

    @Nullable
    @Column(name = "first_failure_at")
    Instant firstFailureAt;

    @Column(name = "result_code")
    String resultCode;

    String detail;

    @Column(name = "paid_fen")
    long paidFen;

    @Column(name = "returned_fen")
    long returnedFen;

    @Column(name = "committed_fen")
    long committedFen;

    @Nullable
    @Column(name = "last_paid_at")
    Instant lastPaidAt;

    int revision;

    @Nullable
    @Column(name = "resolved_by")
    String resolvedBy;

    @Nullable
    @Column(name = "resolved_at")
    Instant resolvedAt;

    @Nullable
    @Column(name = "resolve_reason")
    String resolveReason;

    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    @Version
    int version;

    static PaymentEntity of(Payment payment, Instant dueAt) {
        PaymentOrder order = payment.order();
        PaymentEntity row = new PaymentEntity();
        row.paymentId = payment.id().value();
        row.planId = order.planId().value();
        row.caseId = order.caseId().value();
        row.institutionCode = order.account().institutionCode();
        row.accountNumber = order.account().number();
        row.freezeId = order.freezeId();
        row.freezeCaseId = order.freezeCaseId().value();
        row.payeeInstitutionCode = order.payee().institutionCode();
        row.payeeNumber = order.payee().number();
        row.payeeName = order.payee().name();
        row.payeeKind = order.payee().kind();
        row.isOriginalPayee = order.payee().isOriginal();
        row.amountFen = order.amountFen();
        row.orderedAt = order.orderedAt();
        row.orderedBy = StoredPerson.text(order.orderedBy());
        row.deadlineAt = order.deadlineAt();
        row.write(payment, Optional.of(dueAt));
        return row;
    }

    void write(Payment payment, Optional<Instant> nextDue) {
        state = payment.state();
        attempts = payment.progress().attempts();
        failures = payment.progress().failures();
        firstFailureAt = payment.progress().firstFailureAt().orElse(null);
        resultCode = payment.resultCode();
        detail = payment.detail();
        paidFen = payment.paidFen();
        returnedFen = payment.returnedFen();
        committedFen = payment.committedFen();
        lastPaidAt = payment.lastPaidAt().orElse(null);
        revision = payment.revision();
        resolvedBy = payment.resolution()
                .map(person -> StoredPerson.text(person.officer()))
                .orElse(null);
        resolvedAt = payment.resolution().map(Payment.Resolution::at).orElse(null);
        resolveReason = payment.resolution().map(Payment.Resolution::reason).orElse(null);
        dueAt = nextDue.orElse(null);
    }

    private Optional<Payment.Resolution> resolution() {
        return Optional.ofNullable(resolvedBy)
                .map(person -> new Payment.Resolution(
                        StoredPerson.person(person),
                        Optional.ofNullable(resolvedAt).orElseThrow(),
                        Optional.ofNullable(resolveReason).orElseThrow()));
    }

    Payment payment(List<Receipt> receipts) {
        return new Payment(
                new PaymentId(paymentId),
                new PaymentOrder(
                        new PlanId(planId),
                        new CaseId(caseId),
                        new AccountRef.Key(institutionCode, accountNumber),
                        freezeId,
                        new CaseId(freezeCaseId),
                        new RefundAccount(payeeInstitutionCode, payeeNumber, payeeName, payeeKind, isOriginalPayee),
                        amountFen,
                        orderedAt,
                        StoredPerson.person(orderedBy),
                        deadlineAt),
                state,
                new Payment.Progress(attempts, failures, Optional.ofNullable(firstFailureAt)),
                resultCode,
                detail,
                receipts,
                revision,
                resolution());
    }
}
