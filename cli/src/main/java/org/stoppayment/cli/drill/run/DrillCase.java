package org.stoppayment.cli.drill.run;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.drill.accounting.CaseResult;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** One case of a drill while it runs: sent by one thread, looked at by another. */
final class DrillCase {

    private static final Duration INSIST = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final Ring ring;
    private final UUID requestId;
    private final ServiceClients clients;
    private final SimulatorClient simulator;
    private final InstantSource clock;

    private volatile @Nullable Sent sent;
    private volatile @Nullable RuntimeException failure;
    private volatile CaseProgress progress = CaseProgress.getDefaultInstance();
    private volatile @Nullable SimulatedWorld world;

    /** What is known once the report was sent; an empty case id: it was never accepted. */
    private record Sent(String worldId, Instant call, Optional<String> caseId, Instant acceptedAt) {}

    DrillCase(Ring ring, UUID requestId, ServiceClients clients, SimulatorClient simulator, InstantSource clock) {
        this.ring = ring;
        this.requestId = requestId;
        this.clients = clients;
        this.simulator = simulator;
        this.clock = clock;
    }

    /**
     * Loads the world, starts its clock and sends the report, again and again while the service says "later". A report that
     * is refused ends the drill at the next look: the drill's own reports are right.
     */
    void send() {
        try {
            String worldId = simulator.load(RingWorld.of(ring, clock.instant()));
            Instant call = clock.instant();
            CompletableFuture<Void> started = CompletableFuture.runAsync(() -> simulator.start(worldId, call));
            ReportFraudRequest report = RingReport.of(ring, requestId, call);
            Optional<String> caseId = insist(report);
            sent = new Sent(worldId, call, caseId, clock.instant());
            started.join();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private Optional<String> insist(ReportFraudRequest report) {
        String[] caseId = {""};
        Polling.until(INSIST, AGAIN, () -> {
            try {
                caseId[0] = clients.intake().reportFraud(report).getCaseId();
                return true;
            } catch (StatusRuntimeException e) {
                if (isPassing(e)) {
                    return false;
                }
                throw e;
            }
        });
        return Optional.of(caseId[0]).filter(id -> !id.isEmpty());
    }

    /**
     * Looks at the case once.
     *
     * @return true when nothing can change any more
     */
    boolean look() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        Sent known = sent;
        if (known == null) {
            return false;
        }
        try {
            known.caseId()
                    .ifPresent(id -> progress = clients.freeze()
                            .getCaseProgress(GetCaseProgressRequest.newBuilder()
                                    .setCaseId(id)
                                    .build())
                            .getProgress());
            SimulatedWorld latest = simulator.world(known.worldId());
            world = latest;
            return !latest.moneyMayMove() && (known.caseId().isEmpty() || isSettled());
        } catch (StatusRuntimeException e) {
            if (isPassing(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isSettled() {
        return progress.getKnown() && progress.getSettled();
    }

    /** How far the drill was behind with this case, in milliseconds; 0 before it was sent. */
    long lateMillis(Instant startedAt) {
        Sent known = sent;
        return known == null
                ? 0
                : Duration.between(startedAt.plusMillis(ring.sendAfterMillis()), known.call())
                        .toMillis();
    }

    boolean isSent() {
        return sent != null;
    }

    /** The books as they were last seen; empty before the first look. */
    List<SimulatedWorld.Account> books() {
        SimulatedWorld latest = world;
        return latest == null ? List.of() : latest.accounts();
    }

    /** What is known now; empty when the report was never sent. */
    Optional<CaseResult> facts(Map<String, Instant> doors) {
        Sent known = sent;
        SimulatedWorld latest = world;
        if (known == null || latest == null) {
            return Optional.empty();
        }
        return Optional.of(new CaseResult(
                ring,
                known.call(),
                known.caseId().map(id -> Duration.between(known.call(), known.acceptedAt())
                        .toMillis()),
                progress,
                latest,
                doors,
                known.caseId().isPresent() && isSettled() && !latest.moneyMayMove()));
    }

    private static boolean isPassing(StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> true;
            default -> false;
        };
    }
}
