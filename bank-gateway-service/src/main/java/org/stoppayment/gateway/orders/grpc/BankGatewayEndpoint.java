package org.stoppayment.gateway.orders.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Supplier;
import org.stoppayment.gateway.orders.application.ListingInstitutions;
import org.stoppayment.gateway.orders.application.SendingOrders;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.gateway.v1.BankGatewayService;
import org.stoppayment.proto.gateway.v1.InquireQueryRequest;
import org.stoppayment.proto.gateway.v1.InquireQueryResponse;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendExtensionResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeResponse;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendLiftResponse;
import org.stoppayment.proto.gateway.v1.SendQueryRequest;
import org.stoppayment.proto.gateway.v1.SendQueryResponse;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.proto.gateway.v1.SendRefundResponse;
import org.stoppayment.proto.gateway.v1.SendStopRequest;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/** The gRPC service that account-freeze and fund-recovery call. The only error of sending is INVALID_ARGUMENT. */
@GrpcService
@RolesAllowed(ServiceNames.ACCOUNT_FREEZE)
class BankGatewayEndpoint implements BankGatewayService {

    private final SendingOrders sending;
    private final ListingInstitutions listing;

    BankGatewayEndpoint(SendingOrders sending, ListingInstitutions listing) {
        this.sending = sending;
        this.listing = listing;
    }

    @Override
    @RolesAllowed({ServiceNames.ACCOUNT_FREEZE, Roles.SELF})
    public Uni<SendStopResponse> sendStop(SendStopRequest request) {
        return send(request.getInstitutionCode(), () -> OrderWire.stop(request))
                .map(outcome ->
                        SendStopResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public Uni<SendLiftResponse> sendLift(SendLiftRequest request) {
        return send(request.getInstitutionCode(), () -> OrderWire.lift(request))
                .map(outcome ->
                        SendLiftResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public Uni<SendExtensionResponse> sendExtension(SendExtensionRequest request) {
        return send(request.getInstitutionCode(), () -> OrderWire.extension(request))
                .map(outcome ->
                        SendExtensionResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public Uni<SendFreezeResponse> sendFreeze(SendFreezeRequest request) {
        return send(request.getInstitutionCode(), () -> FreezeWire.freeze(request))
                .map(outcome ->
                        SendFreezeResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public Uni<SendFreezeRenewalResponse> sendFreezeRenewal(SendFreezeRenewalRequest request) {
        return send(request.getAmendment().getInstitutionCode(), () -> FreezeWire.renewal(request))
                .map(outcome -> SendFreezeRenewalResponse.newBuilder()
                        .setOutcome(outcome)
                        .build());
    }

    @Override
    public Uni<SendFreezeLiftResponse> sendFreezeLift(SendFreezeLiftRequest request) {
        return send(request.getAmendment().getInstitutionCode(), () -> FreezeWire.lift(request))
                .map(outcome ->
                        SendFreezeLiftResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public Uni<SendFreezeChangeResponse> sendFreezeChange(SendFreezeChangeRequest request) {
        return send(request.getAmendment().getInstitutionCode(), () -> FreezeWire.change(request))
                .map(outcome -> SendFreezeChangeResponse.newBuilder()
                        .setOutcome(outcome)
                        .build());
    }

    @Override
    @RolesAllowed(ServiceNames.FUND_RECOVERY)
    public Uni<SendRefundResponse> sendRefund(SendRefundRequest request) {
        return send(request.getInstitutionCode(), () -> RefundWire.refund(request))
                .map(outcome ->
                        SendRefundResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    @RolesAllowed({ServiceNames.ACCOUNT_FREEZE, ServiceNames.FUND_RECOVERY})
    public Uni<InquireResponse> inquire(InquireRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.inquire(request.getInstitutionCode(), OrderWire.inquiry(request)))
                .map(outcome -> InquireResponse.newBuilder()
                        .setOutcome(OutcomeWire.render(outcome))
                        .build());
    }

    @Override
    public Uni<SendQueryResponse> sendQuery(SendQueryRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.send(request.getInstitutionCode(), QueryWire.query(request)))
                .map(outcome -> SendQueryResponse.newBuilder()
                        .setOutcome(QueryOutcomeWire.render(outcome))
                        .build());
    }

    @Override
    public Uni<InquireQueryResponse> inquireQuery(InquireQueryRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.inquire(request.getInstitutionCode(), QueryWire.subject(request)))
                .map(outcome -> InquireQueryResponse.newBuilder()
                        .setOutcome(QueryOutcomeWire.render(outcome))
                        .build());
    }

    @Override
    @RolesAllowed({ServiceNames.ACCOUNT_FREEZE, ServiceNames.FUND_RECOVERY, Roles.COMMAND})
    public Uni<ListInstitutionsResponse> listInstitutions(ListInstitutionsRequest request) {
        return Uni.createFrom().item(() -> InstitutionWire.render(listing.list()));
    }

    /** Parses the order and sends it. */
    private Uni<Outcome> send(String institutionCode, Supplier<Order> order) {
        return Uni.createFrom()
                .deferred(() -> sending.send(institutionCode, order.get()))
                .map(OutcomeWire::render);
    }
}
