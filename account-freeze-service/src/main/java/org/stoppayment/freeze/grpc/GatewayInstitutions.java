package org.stoppayment.freeze.grpc;

import io.grpc.Status;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.ServiceConfig;
import org.stoppayment.freeze.application.Answer;
import org.stoppayment.freeze.application.Institutions;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.CaseOrigin;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.freeze.domain.FollowUp;
import org.stoppayment.freeze.domain.NamedTransfer;
import org.stoppayment.freeze.domain.Route;
import org.stoppayment.freeze.domain.Routing;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.freeze.domain.StopOrderEvent;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.gateway.v1.InquireRequest;
import org.stoppayment.proto.gateway.v1.InquireResponse;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.MutinyBankGatewayServiceGrpc.MutinyBankGatewayServiceStub;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendExtensionResponse;
import org.stoppayment.proto.gateway.v1.SendLiftResponse;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/** Reaches the institutions through the bank gateway. */
@Singleton
class GatewayInstitutions implements Institutions {

    private final Peer peer;
    private final MutinyBankGatewayServiceStub gateway;
    private final Job refreshing;
    private final AtomicReference<@Nullable Routing> known = new AtomicReference<>();

    @Inject
    GatewayInstitutions(ServiceConfig config, Jobs jobs) {
        this(config.gateway().address(), config.gateway().deadline(), jobs);
    }

    GatewayInstitutions(String address, Duration deadline, Jobs jobs) {
        peer = new Peer(address, deadline);
        gateway = MutinyBankGatewayServiceGrpc.newMutinyStub(peer);
        refreshing = jobs.named("routing");
    }

    @PreDestroy
    void close() {
        peer.close();
    }

    @Override
    public Uni<Answer> send(StopOrder order) {
        return gateway.sendStop(InstructionWire.read(order))
                .map(SendStopResponse::getOutcome)
                .map(outcome -> answer(order.applicationId(), outcome))
                .onFailure()
                .recoverWithItem(GatewayInstitutions::gatewaySilent)
                .map(answer -> withoutAttempt(order, answer));
    }

    /** What the gateway has no way for, or cannot read, reached nobody. */
    private static Answer withoutAttempt(StopOrder order, Answer answer) {
        if (answer instanceof Answer.Happened happened
                && happened.event() instanceof StopOrderEvent.NeedsPerson person) {
            boolean unplaced = order.account().institutionCode().isEmpty();
            String reason = unplaced ? Route.NO_ROUTE : person.reason();
            return new Answer.Happened(new StopOrderEvent.NeedsPerson(reason, person.candidates(), true));
        }
        return answer;
    }

    @Override
    public Uni<Answer> inquire(StopOrder order) {
        return inquire(order.applicationId(), order.account());
    }

    @Override
    public Uni<Answer> send(FollowUp followUp, StopOrder stop) {
        return outcome(followUp, stop)
                .map(outcome -> answer(followUp.id(), outcome))
                .onFailure()
                .recoverWithItem(GatewayInstitutions::gatewaySilent);
    }

    private Uni<Outcome> outcome(FollowUp followUp, StopOrder stop) {
        return switch (followUp.kind()) {
            case LIFT -> gateway.sendLift(FollowUpWire.lift(followUp, stop)).map(SendLiftResponse::getOutcome);
            case EXTENSION ->
                gateway.sendExtension(FollowUpWire.extension(followUp, stop)).map(SendExtensionResponse::getOutcome);
            case WRITTEN_ORDER ->
                gateway.sendStop(FollowUpWire.writtenOrder(followUp, stop)).map(SendStopResponse::getOutcome);
        };
    }

    @Override
    public Uni<Answer> inquire(FollowUp followUp, StopOrder stop) {
        return inquire(followUp.id(), stop.account());
    }

    private Uni<Answer> inquire(UUID applicationId, AccountRef account) {
        return gateway.inquire(InquireRequest.newBuilder()
                        .setApplicationId(applicationId.toString())
                        .setInstitutionCode(account.institutionCode())
                        .build())
                .map(InquireResponse::getOutcome)
                .map(outcome -> answer(applicationId, outcome))
                .onFailure()
                .recoverWithItem(GatewayInstitutions::gatewaySilent);
    }

    @Override
    public byte[] instruction(
            UUID applicationId,
            CaseOrigin origin,
            AccountRef account,
            List<NamedTransfer> transfers,
            Optional<UUID> original,
            Instant at) {
        return InstructionWire.render(applicationId, origin, account, transfers, original, at)
                .toByteArray();
    }

    @Override
    public byte[] instructionAgain(StopOrder ended, UUID applicationId, Instant at) {
        return InstructionWire.again(ended, applicationId, at).toByteArray();
    }

    @Override
    public Uni<Routing> routing() {
        Routing cached = known.get();
        return cached != null ? Uni.createFrom().item(cached) : fetchRouting();
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refreshRouting() {
        return refreshing.run(() -> fetchRouting().replaceWithVoid());
    }

    private Uni<Routing> fetchRouting() {
        return gateway.listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .map(GatewayInstitutions::routing)
                .invoke(known::set)
                .onFailure()
                .transform(away -> new ServiceException.Unavailable("bank-gateway does not answer", away));
    }

    private static Routing routing(ListInstitutionsResponse response) {
        return new Routing(response.getInstitutionsList().stream()
                .map(one -> new Routing.Institution(one.getCode(), List.copyOf(one.getBinsList())))
                .toList());
    }

    private static Answer answer(UUID applicationId, Outcome outcome) {
        return switch (outcome.getResultCase()) {
            case FEEDBACK -> said(applicationId, outcome);
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

    private static Answer said(UUID applicationId, Outcome outcome) {
        Feedback feedback = FeedbackWire.parse(outcome.getFeedback());
        return feedback.applicationId().equals(applicationId)
                ? new Answer.Said(feedback)
                : new Answer.Happened(new StopOrderEvent.Unanswered("WRONG_APPLICATION_ID"));
    }

    /**
     * Only a refused connection proves that the gateway never had it. An order that the gateway cannot read (a number longer
     * than any account's, say) goes to nobody, however often it is sent.
     */
    private static Answer gatewaySilent(Throwable failure) {
        Status.Code code = Status.fromThrowable(failure).getCode();
        if (code == Status.Code.INVALID_ARGUMENT) {
            return new Answer.Happened(new StopOrderEvent.NeedsPerson("UNREADABLE_BY_GATEWAY", List.of()));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return new Answer.Happened(new StopOrderEvent.NotSent("GATEWAY_UNREACHABLE"));
            }
        }
        return new Answer.Happened(new StopOrderEvent.Unanswered("GATEWAY_" + code));
    }
}
