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

/** Plays a case: loads its world, sends its report, and follows it until the last fen is accounted for. */
public final class CaseRun {

    private static final Duration OFTEN = Duration.ofMillis(25);

    private final ServiceClients clients;
    private final SimulatorClient simulator;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * @param patience longest time from sending until the case must be settled
     */
    public CaseRun(ServiceClients clients, SimulatorClient simulator, InstantSource clock, Duration patience) {
        this.clients = clients;
        this.simulator = simulator;
        this.clock = clock;
        this.patience = patience;
    }

    /** Plays the case; a report that was sent before is replayed and its world left alone. */
    public CaseOutcome play(ReportFraudRequest report, World world) {
        clients.connect();
        boolean known = new CaseLookup(clients).caseOf(report).isPresent();
        Optional<String> worldId = known ? Optional.empty() : Optional.of(simulator.load(world.content()));
        Instant call = clock.instant();
        CompletableFuture<Void> started = worldId.map(id -> CompletableFuture.runAsync(() -> simulator.start(id, call)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        ReportFraudResponse answer = clients.intake().reportFraud(report);
        Instant answeredAt = clock.instant();
        joined(started);
        return follow(answer, call, answeredAt);
    }

    private CaseOutcome follow(ReportFraudResponse answer, Instant call, Instant answeredAt) {
        Follower follower = new Follower(answer.getCaseId());
        boolean settled = Polling.until(patience, OFTEN, follower::isSettled);
        Optional<Instant> bookedAt = settled ? Optional.of(clock.instant()) : Optional.empty();
        Instant acceptedAt = OrderStates.instant(follower.latest.getCase().getAcceptedAt());
        return new CaseOutcome(
                answer.getCaseId(),
                answer.getReplayed(),
                answer.getReplayed() ? acceptedAt : call,
                acceptedAt,
                answeredAt,
                bookedAt,
                settled,
                answer.getWarningsList(),
                follower.latest.getProgress(),
                follower.recovery,
                arrivals(follower.latest.getProgress()));
    }

    private List<SimulatedOrder> arrivals(CaseProgress progress) {
        Set<String> ids = progress.getOrdersList().stream()
                .map(StopOrder::getApplicationId)
                .collect(Collectors.toSet());
        return simulator.orders().stream()
                .filter(order -> ids.contains(order.applicationId()))
                .toList();
    }

    private static void joined(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Looks at the case again and again; remembers what it saw last. */
    private final class Follower {

        private final String caseId;
        private GetCaseResponse latest = GetCaseResponse.getDefaultInstance();
        private Optional<GetRecoveryResponse> recovery = Optional.empty();

        Follower(String caseId) {
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
                if (isPassing(e)) {
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

        /** A service may be away for a moment while a case is followed; a crash drill does just that. */
        private static boolean isPassing(StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
                default -> false;
            };
        }
    }
}
