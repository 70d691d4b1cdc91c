package org.stoppayment.freeze.amendments.grpc;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.amendments.application.AmendmentGateway;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.grpc.GatewayClient;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendExtensionResponse;
import org.stoppayment.proto.gateway.v1.SendLiftResponse;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/** Sends amendments through the bank gateway. */
@Singleton
class GatewayAmendments implements AmendmentGateway {

    private final GatewayClient gateway;

    GatewayAmendments(GatewayClient gateway) {
        this.gateway = gateway;
    }

    @Override
    public Uni<Answer> send(StopAmendment amendment, StopOrder stop) {
        return gateway.answer(amendment.id(), outcome(amendment, stop));
    }

    private Uni<Outcome> outcome(StopAmendment amendment, StopOrder stop) {
        return switch (amendment.kind()) {
            case LIFT ->
                gateway.stub().sendLift(AmendmentWire.lift(amendment, stop)).map(SendLiftResponse::getOutcome);
            case EXTENSION ->
                gateway.stub()
                        .sendExtension(AmendmentWire.extension(amendment, stop))
                        .map(SendExtensionResponse::getOutcome);
            case WRITTEN_ORDER ->
                gateway.stub()
                        .sendStop(AmendmentWire.writtenOrder(amendment, stop))
                        .map(SendStopResponse::getOutcome);
        };
    }

    @Override
    public Uni<Answer> inquire(StopAmendment amendment, StopOrder stop) {
        return gateway.inquire(amendment.id(), stop.account());
    }
}
