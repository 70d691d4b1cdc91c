package org.stoppayment.gateway.orders.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.orders.application.ListingInstitutions;
import org.stoppayment.gateway.orders.application.SendingOrders;
import org.stoppayment.proto.gateway.v1.BankGatewayService;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.SendExtensionRequest;
import org.stoppayment.proto.gateway.v1.SendExtensionResponse;
import org.stoppayment.proto.gateway.v1.SendLiftRequest;
import org.stoppayment.proto.gateway.v1.SendLiftResponse;
import org.stoppayment.proto.gateway.v1.SendStopRequest;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/** The gRPC service that account-freeze calls. The only error of sending is INVALID_ARGUMENT. */
@GrpcService
class BankGatewayEndpoint implements BankGatewayService {

    private final SendingOrders sending;
    private final ListingInstitutions listing;

    BankGatewayEndpoint(SendingOrders sending, ListingInstitutions listing) {
        this.sending = sending;
        this.listing = listing;
    }

    @Override
    public Uni<SendStopResponse> sendStop(SendStopRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.send(request.getInstitutionCode(), OrderWire.stop(request)))
                .map(outcome -> SendStopResponse.newBuilder()
                        .setOutcome(OutcomeWire.render(outcome))
                        .build());
    }

    @Override
    public Uni<SendLiftResponse> sendLift(SendLiftRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.send(request.getInstitutionCode(), OrderWire.lift(request)))
                .map(outcome -> SendLiftResponse.newBuilder()
                        .setOutcome(OutcomeWire.render(outcome))
                        .build());
    }

    @Override
    public Uni<SendExtensionResponse> sendExtension(SendExtensionRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.send(request.getInstitutionCode(), OrderWire.extension(request)))
                .map(outcome -> SendExtensionResponse.newBuilder()
                        .setOutcome(OutcomeWire.render(outcome))
                        .build());
    }

    @Override
    public Uni<InquireResponse> inquire(InquireRequest request) {
        return Uni.createFrom()
                .deferred(() -> sending.inquire(request.getInstitutionCode(), OrderWire.inquiry(request)))
                .map(outcome -> InquireResponse.newBuilder()
                        .setOutcome(OutcomeWire.render(outcome))
                        .build());
    }

    @Override
    public Uni<ListInstitutionsResponse> listInstitutions(ListInstitutionsRequest request) {
        return Uni.createFrom().item(() -> InstitutionWire.render(listing.list()));
    }
}
