package org.stoppayment.freeze.orders.grpc;

import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.domain.Feedback;
import org.stoppayment.freeze.orders.domain.Route;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc.MutinyBankGatewayServiceStub;
import org.stoppayment.proto.gateway.v1.Outcome;

/** The gRPC client of bank-gateway; turns its outcomes into answers. */
@Singleton
public class GatewayClient {

    private final Peer peer;
    private final MutinyBankGatewayServiceStub stub;

    @Inject
    GatewayClient(Peers peers, GatewayConfig config) {
        this(peers, config.address(), config.deadline());
    }

    GatewayClient(Peers peers, String address, Duration deadline) {
        peer = peers.to(ServiceNames.BANK_GATEWAY, address, deadline);
        stub = MutinyBankGatewayServiceGrpc.newMutinyStub(peer);
    }

    @PreDestroy
    void close() {
        peer.close();
    }

    /** The service's methods. */
    public MutinyBankGatewayServiceStub stub() {
        return stub;
    }

    /** Asks what became of the application at the institution of {@code account}. Never fails. */
    public Uni<Answer> inquire(ApplicationId applicationId, AccountRef account) {
        return answer(
                applicationId,
                stub.inquire(InquireRequest.newBuilder()
                                .setApplicationId(applicationId.toString())
                                .setInstitutionCode(account.institutionCode())
                                .build())
                        .map(InquireResponse::getOutcome));
    }

    /** Turns the outcome of a call about the application into an answer. Never fails: a failed call is an answer too. */
    public Uni<Answer> answer(ApplicationId applicationId, Uni<Outcome> call) {
        return call.map(outcome -> read(applicationId, outcome))
                .onFailure()
                .recoverWithItem(failure -> new Answer.Happened(failed(failure)));
    }

    private static Answer read(ApplicationId applicationId, Outcome outcome) {
        return switch (outcome.getResultCase()) {
            case FEEDBACK -> replied(applicationId, outcome);
            case ACCEPTED -> new Answer.Happened(new StopOrderEvent.Taken());
            case NOT_SENT ->
                new Answer.Happened(
                        new StopOrderEvent.NotSent(outcome.getNotSent().getReason()));
            case NO_ANSWER ->
                new Answer.Happened(
                        new StopOrderEvent.Unanswered(outcome.getNoAnswer().getReason()));
            case NOT_KNOWN -> new Answer.Happened(new StopOrderEvent.NotKnown());
            case NO_ROUTE -> new Answer.Happened(new StopOrderEvent.NeedsPerson(Route.NOT_CONNECTED, List.of()));
            case RESULT_NOT_SET -> new Answer.Happened(new StopOrderEvent.Unanswered("NO_RESULT"));
        };
    }

    private static Answer replied(ApplicationId applicationId, Outcome outcome) {
        Feedback feedback = FeedbackWire.parse(outcome.getFeedback());
        return feedback.applicationId().equals(applicationId)
                ? new Answer.Replied(feedback)
                : new Answer.Happened(new StopOrderEvent.Unanswered("WRONG_APPLICATION_ID"));
    }

    /**
     * What a failed call means. Only a refused connection proves that the gateway did not get the order. One that the gateway cannot
     * read (for example, because its account number is too long) reaches no institution, however often it is sent.
     */
    public static StopOrderEvent failed(Throwable failure) {
        Status.Code code = Status.fromThrowable(failure).getCode();
        if (code == Status.Code.INVALID_ARGUMENT) {
            return new StopOrderEvent.NeedsPerson("UNREADABLE_BY_GATEWAY", List.of());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return new StopOrderEvent.NotSent(StopOrderEvent.NotSent.GATEWAY_UNREACHABLE);
            }
        }
        return new StopOrderEvent.Unanswered("GATEWAY_" + code);
    }
}
