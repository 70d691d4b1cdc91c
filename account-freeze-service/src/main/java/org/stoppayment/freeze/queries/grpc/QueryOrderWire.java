package org.stoppayment.freeze.queries.grpc;

import org.stoppayment.freeze.holds.grpc.LegalBasisWire;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.freeze.queries.domain.QueryBasis;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.EmergencyBasis;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.QueryKind;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;

/** Renders queries for the gateway; every attempt sends the same. */
final class QueryOrderWire {

    private QueryOrderWire() {}

    static SendQueryRequest query(AccountQuery query) {
        QueryApplication application = query.application();
        SendQueryRequest.Builder request = SendQueryRequest.newBuilder()
                .setApplicationId(query.id().toString())
                .setCaseId(application.caseId().toString())
                .setInstitutionCode(application.account().institutionCode())
                .setAccount(InstructionWire.account(application.account()))
                .setKind(kind(query.kind()))
                .setPageToken(application.page().token())
                .setOriginalApplicationId(application
                        .question()
                        .watch()
                        .map(ApplicationId::toString)
                        .orElse(""))
                .setReason(application.reason())
                .setAppliedAt(CommonWire.timestamp(application.requestedAt()))
                .setOperator(OfficerWire.render(application.officer()));
        application.question().since().map(CommonWire::timestamp).ifPresent(request::setSince);
        application.question().until().map(CommonWire::timestamp).ifPresent(request::setUntil);
        application
                .basis()
                .filing()
                .ifPresentOrElse(
                        filing -> request.setLegalBasis(LegalBasisWire.render(filing)),
                        () -> request.setEmergency(emergency(application.basis())));
        return request.build();
    }

    static InquireQueryRequest inquiry(AccountQuery query) {
        return InquireQueryRequest.newBuilder()
                .setApplicationId(query.id().toString())
                .setInstitutionCode(query.application().account().institutionCode())
                .setAccount(InstructionWire.account(query.application().account()))
                .setKind(kind(query.kind()))
                .build();
    }

    static QueryKind kind(org.stoppayment.freeze.queries.domain.QueryKind kind) {
        return QueryKind.valueOf("QUERY_KIND_" + kind);
    }

    static EmergencyBasis emergency(QueryBasis basis) {
        EmergencyBasis.Builder emergency = EmergencyBasis.newBuilder().setOrganisation(basis.organisation());
        basis.reportedAt().map(CommonWire::timestamp).ifPresent(emergency::setReportedAt);
        return emergency.build();
    }
}
