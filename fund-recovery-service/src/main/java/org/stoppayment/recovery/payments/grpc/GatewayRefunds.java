package org.stoppayment.recovery.payments.grpc;

import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc.MutinyBankGatewayServiceStub;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendRefundResponse;
import org.stoppayment.recovery.payments.application.PaymentBases.Basis;
import org.stoppayment.recovery.payments.application.PaymentGateway;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/** Sends payments through the bank gateway. */
@Singleton
class GatewayRefunds implements PaymentGateway {

    private final Peer peer;
    private final MutinyBankGatewayServiceStub gateway;

    GatewayRefunds(Peers peers, GatewayConfig config) {
        peer = peers.to(ServiceNames.BANK_GATEWAY, config.address(), config.deadline());
        gateway = MutinyBankGatewayServiceGrpc.newMutinyStub(peer);
    }

    @PreDestroy
    void close() {
        peer.close();
    }

    @Override
    public Uni<RefundAnswer> send(Payment payment, Basis basis) {
        return answer(
                payment,
                gateway.sendRefund(RefundOrderWire.render(payment, basis)).map(SendRefundResponse::getOutcome));
    }

    @Override
    public Uni<RefundAnswer> inquire(Payment payment) {
        return answer(
                payment,
                gateway.inquire(InquireRequest.newBuilder()
                                .setApplicationId(payment.id().toString())
                                .setInstitutionCode(payment.order().account().institutionCode())
                                .build())
                        .map(InquireResponse::getOutcome));
    }

    /** Never fails: a failed call is an answer too. */
    private static Uni<RefundAnswer> answer(Payment payment, Uni<Outcome> call) {
        return call.map(outcome -> read(payment, outcome)).onFailure().recoverWithItem(GatewayRefunds::failed);
    }

    private static RefundAnswer read(Payment payment, Outcome outcome) {
        return switch (outcome.getResultCase()) {
            case FEEDBACK ->
                outcome.getFeedback().getApplicationId().equals(payment.id().toString())
                        ? RefundFeedbackWire.parse(outcome.getFeedback())
                        : RefundAnswer.of(PaymentEvent.UNANSWERED, "WRONG_APPLICATION_ID");
            case ACCEPTED -> RefundAnswer.of(PaymentEvent.TAKEN, "");
            case NOT_SENT ->
                RefundAnswer.of(PaymentEvent.NOT_SENT, outcome.getNotSent().getReason());
            case NO_ANSWER ->
                RefundAnswer.of(PaymentEvent.UNANSWERED, outcome.getNoAnswer().getReason());
            case NOT_KNOWN -> RefundAnswer.of(PaymentEvent.NOT_KNOWN, "");
            case NO_ROUTE -> RefundAnswer.of(PaymentEvent.NEEDS_PERSON, "NOT_CONNECTED");
            case RESULT_NOT_SET -> RefundAnswer.of(PaymentEvent.UNANSWERED, "NO_RESULT");
        };
    }

    /**
     * What a failed call means. Only a refused connection proves that the gateway did not get the order. One that the gateway cannot read
     * reaches no institution, however often it is sent.
     */
    private static RefundAnswer failed(Throwable failure) {
        Status.Code code = Status.fromThrowable(failure).getCode();
        if (code == Status.Code.INVALID_ARGUMENT) {
            return RefundAnswer.of(PaymentEvent.NEEDS_PERSON, "UNREADABLE_BY_GATEWAY");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return RefundAnswer.of(PaymentEvent.NOT_SENT, "GATEWAY_UNREACHABLE");
            }
        }
        return RefundAnswer.of(PaymentEvent.UNANSWERED, "GATEWAY_" + code);
    }
}
