package org.stoppayment.freeze.orders.grpc;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.domain.Route;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.NamedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.work.Job;
import org.stoppayment.kit.work.Jobs;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
import org.stoppayment.proto.gateway.v1.SendStopResponse;

/** Reaches the institutions through the bank gateway. */
@Singleton
class GatewayInstitutions implements Institutions {

    private final GatewayClient gateway;
    private final Job refreshing;
    private final AtomicReference<@Nullable Routing> known = new AtomicReference<>();

    GatewayInstitutions(GatewayClient gateway, Jobs jobs) {
        this.gateway = gateway;
        refreshing = jobs.named("routing");
    }

    @Override
    public Uni<Answer> send(StopOrder order) {
        return gateway.answer(
                        order.applicationId(),
                        gateway.stub()
                                .sendStop(InstructionWire.read(order).toBuilder()
                                        .setResend(order.isResend())
                                        .build())
                                .map(SendStopResponse::getOutcome))
                .map(answer -> markUnsent(order, answer));
    }

    /** An order that the gateway cannot route or read reached no institution. */
    private static Answer markUnsent(StopOrder order, Answer answer) {
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
        return gateway.inquire(order.applicationId(), order.account());
    }

    @Override
    public byte[] instruction(
            ApplicationId applicationId,
            CaseOrigin origin,
            AccountRef account,
            List<NamedTransfer> transfers,
            Optional<ApplicationId> original,
            Instant at) {
        return InstructionWire.render(applicationId, origin, account, transfers, original, at)
                .toByteArray();
    }

    @Override
    public byte[] instructionAgain(
            StopOrder template,
            ApplicationId original,
            CaseId caseId,
            ApplicationId applicationId,
            Officer officer,
            Instant at) {
        return InstructionWire.again(template, original, caseId, applicationId, officer, at)
                .toByteArray();
    }

    @Override
    public Uni<Routing> routing() {
        Routing cached = known.get();
        return cached != null ? Uni.createFrom().item(cached) : fetchRouting();
    }

    @Override
    public Uni<Void> reach() {
        return fetchRouting().replaceWithVoid();
    }

    /** Often: an institution may be connected at any time, and its engineer sends a report at once. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refreshRouting() {
        return refreshing.run(() -> fetchRouting().replaceWithVoid());
    }

    private Uni<Routing> fetchRouting() {
        return gateway.stub()
                .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .map(GatewayInstitutions::routing)
                .invoke(known::set)
                .onFailure()
                .transform(failure -> new ServiceException.Unavailable("bank-gateway does not answer", failure));
    }

    private static Routing routing(ListInstitutionsResponse response) {
        return new Routing(response.getInstitutionsList().stream()
                .map(one -> new Routing.Institution(
                        one.getCode(), List.copyOf(one.getBinsList()), one.getName(), one.getEnglishName()))
                .toList());
    }
}
