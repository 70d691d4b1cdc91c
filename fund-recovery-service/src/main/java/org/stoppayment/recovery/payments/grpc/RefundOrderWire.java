package org.stoppayment.recovery.payments.grpc;

import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.recovery.payments.application.PaymentBases.Basis;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentOrder;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Renders orders to pay. */
final class RefundOrderWire {

    private RefundOrderWire() {}

    static SendRefundRequest render(Payment payment, Basis basis) {
        PaymentOrder order = payment.order();
        return SendRefundRequest.newBuilder()
                .setApplicationId(payment.id().toString())
                .setCaseId(order.caseId().toString())
                .setInstitutionCode(order.account().institutionCode())
                .setAccount(CommonWire.account(
                        order.account().institutionCode(),
                        order.account().number(),
                        basis.accountName(),
                        basis.accountKind()))
                .setFreezeApplicationId(order.freezeId().toString())
                .setPayee(CommonWire.account(
                        order.payee().institutionCode(),
                        order.payee().number(),
                        order.payee().name(),
                        order.payee().kind()))
                .setAmountFen(order.amountFen())
                .setPlanId(order.planId().toString())
                .setPlanDigest(basis.planDigest())
                .setReason("REFUND")
                .setAppliedAt(CommonWire.timestamp(order.orderedAt()))
                .setLegalBasis(legalBasis(basis))
                .setOperator(OfficerWire.render(order.orderedBy()))
                .setResend(payment.progress().attempts() > 1)
                .build();
    }

    private static LegalBasis legalBasis(Basis basis) {
        return LegalBasis.newBuilder()
                .setFilingNumber(basis.filingNumber())
                .setOrganisation(basis.filingOrganisation())
                .setDocumentDigest(basis.documentDigest())
                .setApprover(Approver.newBuilder()
                        .setOrganisation(basis.approver().organisation())
                        .setBadgeNumber(basis.approver().badgeNumber())
                        .setLevel(ApprovalLevel.valueOf(
                                "APPROVAL_LEVEL_" + basis.level().name())))
                .build();
    }
}
