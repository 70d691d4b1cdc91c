package org.stoppayment.freeze.holds.grpc;

import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeApplication;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

/** Renders freezes and orders about them for the gateway; every attempt sends the same. */
final class FreezeOrderWire {

    private FreezeOrderWire() {}

    static SendFreezeRequest freeze(Freeze freeze) {
        FreezeApplication application = freeze.application();
        SendFreezeRequest.Builder request = SendFreezeRequest.newBuilder()
                .setApplicationId(freeze.id().toString())
                .setCaseId(application.caseId().toString())
                .setInstitutionCode(application.account().institutionCode())
                .setAccount(InstructionWire.account(application.account()))
                .setMode(LegalBasisWire.mode(application.mode()))
                .setReason(application.reason())
                .setAppliedAt(CommonWire.timestamp(application.requestedAt()))
                .setExpiresAt(CommonWire.timestamp(freeze.expiresAt()))
                .setLegalBasis(LegalBasisWire.render(application.basis()))
                .setStopApplicationId(application
                        .stop()
                        .filter(stop -> application.endsStop())
                        .map(ApplicationId::toString)
                        .orElse(""))
                .setOperator(OfficerWire.render(application.officer()))
                .setResend(freeze.progress().isResend());
        application.amount().map(Money::fen).ifPresent(request::setAmountFen);
        return request.build();
    }

    static SendFreezeRenewalRequest renewal(FreezeAmendment renewal, Freeze freeze) {
        return SendFreezeRenewalRequest.newBuilder()
                .setAmendment(amendment(renewal, freeze))
                .setExpiresAt(CommonWire.timestamp(renewal.terms().expiresAt().orElseThrow()))
                .build();
    }

    static SendFreezeLiftRequest lift(FreezeAmendment lift, Freeze freeze) {
        return SendFreezeLiftRequest.newBuilder()
                .setAmendment(amendment(lift, freeze))
                .build();
    }

    static SendFreezeChangeRequest change(FreezeAmendment change, Freeze freeze) {
        return SendFreezeChangeRequest.newBuilder()
                .setAmendment(amendment(change, freeze))
                .setAmountFen(change.terms().amount().orElseThrow().fen())
                .build();
    }

    private static org.stoppayment.proto.gateway.v1.FreezeAmendment amendment(
            FreezeAmendment amendment, Freeze freeze) {
        return org.stoppayment.proto.gateway.v1.FreezeAmendment.newBuilder()
                .setApplicationId(amendment.id().toString())
                .setOriginalApplicationId(freeze.id().toString())
                .setCaseId(freeze.caseId().toString())
                .setInstitutionCode(freeze.application().account().institutionCode())
                .setAccount(InstructionWire.account(freeze.application().account()))
                .setReason(amendment.reason())
                .setAppliedAt(CommonWire.timestamp(amendment.requestedAt()))
                .setLegalBasis(LegalBasisWire.render(amendment.basis()))
                .setOperator(OfficerWire.render(amendment.officer()))
                .build();
    }
}
