package org.stoppayment.freeze.holds.grpc;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.stoppayment.freeze.holds.application.FreezeGateway;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.grpc.GatewayClient;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalResponse;
import org.stoppayment.proto.gateway.v1.SendFreezeResponse;

/** Sends freezes through the bank gateway. */
@Singleton
class GatewayFreezes implements FreezeGateway {

    private final GatewayClient gateway;

    GatewayFreezes(GatewayClient gateway) {
        this.gateway = gateway;
    }

    @Override
    public Uni<Answer> send(Freeze freeze) {
        return gateway.answer(
                freeze.id(),
                gateway.stub().sendFreeze(FreezeOrderWire.freeze(freeze)).map(SendFreezeResponse::getOutcome));
    }

    @Override
    public Uni<Answer> send(FreezeAmendment amendment, Freeze freeze) {
        return gateway.answer(amendment.id(), outcome(amendment, freeze));
    }

    private Uni<Outcome> outcome(FreezeAmendment amendment, Freeze freeze) {
        return switch (amendment.kind()) {
            case RENEWAL ->
                gateway.stub()
                        .sendFreezeRenewal(FreezeOrderWire.renewal(amendment, freeze))
                        .map(SendFreezeRenewalResponse::getOutcome);
            case LIFT ->
                gateway.stub()
                        .sendFreezeLift(FreezeOrderWire.lift(amendment, freeze))
                        .map(SendFreezeLiftResponse::getOutcome);
            case CHANGE ->
                gateway.stub()
                        .sendFreezeChange(FreezeOrderWire.change(amendment, freeze))
                        .map(SendFreezeChangeResponse::getOutcome);
        };
    }

    @Override
    public Uni<Answer> inquire(ApplicationId id, AccountRef account) {
        return gateway.inquire(id, account);
    }
}
