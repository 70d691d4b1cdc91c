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

/** A running case of a drill. One thread sends it, another polls it. */
final class DrillCase {

    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(250);

    private final Ring ring;
    private final UUID requestId;
    private final ServiceClients clients;
    private final SimulatorClient simulator;
    private final InstantSource clock;

    private volatile @Nullable Sent sent;
    private volatile @Nullable RuntimeException failure;
    private volatile CaseProgress progress = CaseProgress.getDefaultInstance();
    private volatile @Nullable SimulatedWorld world;

    /** The sent report; without a case id when it was not accepted. */
    private record Sent(String worldId, Instant call, Optional<String> caseId, Instant acceptedAt) {}

    DrillCase(Ring ring, UUID requestId, ServiceClients clients, SimulatorClient simulator, InstantSource clock) {
        this.ring = ring;
        this.requestId = requestId;
        this.clients = clients;
        this.simulator = simulator;
        this.clock = clock;
    }

    /**
     * Loads the world, starts its clock and sends the report, with retries while the service is unavailable. A refused report
     * ends the drill at the next poll, because the reports of the drill are valid.
     */
    void send() {
        try {
            String worldId = simulator.load(RingWorld.of(ring, clock.instant()));
            Instant call = clock.instant();
            CompletableFuture<Void> started = CompletableFuture.runAsync(() -> simulator.start(worldId, call));
            ReportFraudRequest report = RingReport.of(ring, requestId, call);
            Optional<String> caseId = sendUntilAccepted(report);
            sent = new Sent(worldId, call, caseId, clock.instant());
            started.join();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private Optional<String> sendUntilAccepted(ReportFraudRequest report) {
        String[] caseId = {""};
        Polling.until(SEND_TIMEOUT, RETRY_INTERVAL, () -> {
            try {
                caseId[0] = clients.intake().reportFraud(report).getCaseId();
                return true;
            } catch (StatusRuntimeException e) {
                if (ServiceClients.isTransient(e)) {
                    return false;
                }
                throw e;
            }
        });
        return Optional.of(caseId[0]).filter(id -> !id.isEmpty());
    }

    /**
     * Polls the case once.
     *
     * @return true when nothing can change any more
     */
    boolean poll() {
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
            if (ServiceClients.isTransient(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isSettled() {
        return progress.getKnown() && progress.getSettled();
    }

    /** How late the report was sent, in milliseconds; 0 before it was sent. */
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

    /** The books at the last poll; empty before the first. */
    List<SimulatedWorld.Account> books() {
        SimulatedWorld latest = world;
        return latest == null ? List.of() : latest.accounts();
    }

    /** The result so far; empty when the report was not sent. */
    Optional<CaseResult> result(Map<String, Instant> arrivals) {
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
                arrivals,
                known.caseId().isPresent() && isSettled() && !latest.moneyMayMove()));
    }
}
