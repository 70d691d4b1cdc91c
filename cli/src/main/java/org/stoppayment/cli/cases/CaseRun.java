package org.stoppayment.cli.cases;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;

/** Runs a case: loads its world, sends its report, and polls it until it is settled and booked. */
public final class CaseRun {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

    private final ServiceClients clients;
    private final SimulatorClient simulator;
    private final InstantSource clock;
    private final Duration timeout;

    /**
     * @param timeout from the report to the settled and booked case
     */
    public CaseRun(ServiceClients clients, SimulatorClient simulator, InstantSource clock, Duration timeout) {
        this.clients = clients;
        this.simulator = simulator;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Runs the case. The world of a report that was sent before is not loaded. */
    public CaseOutcome play(ReportFraudRequest report, World world) {
        clients.connect();
        boolean known = new CaseLookup(clients).caseOf(report).isPresent();
        Optional<String> worldId = known ? Optional.empty() : Optional.of(simulator.load(world.content()));
        Instant call = clock.instant();
        CompletableFuture<Void> started = worldId.map(id -> CompletableFuture.runAsync(() -> simulator.start(id, call)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        ReportFraudResponse answer = clients.intake().reportFraud(report);
        Instant answeredAt = clock.instant();
        await(started);
        return follow(answer, call, answeredAt);
    }

    private CaseOutcome follow(ReportFraudResponse answer, Instant call, Instant answeredAt) {
        CasePoller poller = new CasePoller(answer.getCaseId());
        boolean settled = Polling.until(timeout, POLL_INTERVAL, poller::isSettled);
        Optional<Instant> bookedAt = settled ? Optional.of(clock.instant()) : Optional.empty();
        // Nobody could be asked when it was accepted: it was by the time of the answer.
        Instant acceptedAt = poller.latest.hasCase()
                ? OrderStates.instant(poller.latest.getCase().getAcceptedAt())
                : answeredAt;
        return new CaseOutcome(
                answer.getCaseId(),
                answer.getReplayed(),
                answer.getReplayed() ? acceptedAt : call,
                acceptedAt,
                answeredAt,
                bookedAt,
                settled,
                answer.getWarningsList(),
                poller.latest.getProgress(),
                poller.recovery,
                arrivals(poller.latest.getProgress()));
    }

    private List<SimulatedOrder> arrivals(CaseProgress progress) {
        Set<String> ids = progress.getOrdersList().stream()
                .map(StopOrder::getApplicationId)
                .collect(Collectors.toSet());
        return simulator.orders().stream()
                .filter(order -> ids.contains(order.applicationId()))
                .toList();
    }

    private static void await(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Polls the case and keeps the last answers. */
    private final class CasePoller {

        private final String caseId;
        private GetCaseResponse latest = GetCaseResponse.getDefaultInstance();
        private Optional<GetRecoveryResponse> recovery = Optional.empty();

        CasePoller(String caseId) {
            this.caseId = caseId;
        }

        boolean isSettled() {
            try {
                latest = clients.intake()
                        .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
                CaseProgress progress = latest.getProgress();
                if (!progress.getKnown() || !progress.getSettled() || !progress.getBooked()) {
                    return false;
                }
                recovery = books();
                return Books.differences(progress, recovery).isEmpty();
            } catch (StatusRuntimeException e) {
                if (ServiceClients.isTransient(e)) {
                    return false;
                }
                throw e;
            }
        }

        private Optional<GetRecoveryResponse> books() {
            try {
                return Optional.of(clients.recovery()
                        .getRecovery(GetRecoveryRequest.newBuilder()
                                .setCaseId(caseId)
                                .build()));
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }
}
