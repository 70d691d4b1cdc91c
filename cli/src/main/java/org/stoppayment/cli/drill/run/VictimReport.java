package org.stoppayment.cli.drill.run;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** The report of one victim of a ring, and what became of its case. One thread sends it, another polls it. */
final class VictimReport {

    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(250);

    private final Ring ring;
    private final int victim;
    private final UUID requestId;
    private final ServiceClients clients;
    private final InstantSource clock;

    private volatile @Nullable Sent sent;
    private volatile CaseProgress progress = CaseProgress.getDefaultInstance();

    /**
     * A sent report.
     *
     * @param call when the victim called
     * @param caseId empty when it was not accepted
     * @param acceptedAt when it was accepted
     */
    record Sent(Instant call, Optional<String> caseId, Instant acceptedAt) {}

    VictimReport(Ring ring, int victim, UUID requestId, ServiceClients clients, InstantSource clock) {
        this.ring = ring;
        this.victim = victim;
        this.requestId = requestId;
        this.clients = clients;
        this.clock = clock;
    }

    /** Sends the report, with retries while the service is unavailable; {@code firstCall} is that of the ring's first victim. */
    void send(Instant firstCall, Instant call) {
        ReportFraudRequest report = RingReport.of(ring, victim, requestId, firstCall, call);
        Optional<String> caseId = sendUntilAccepted(report);
        sent = new Sent(call, caseId, clock.instant());
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

    /** Asks once how the case stands. */
    void poll() {
        Optional.ofNullable(sent)
                .flatMap(Sent::caseId)
                .ifPresent(id -> progress = clients.freeze()
                        .getCaseProgress(GetCaseProgressRequest.newBuilder()
                                .setCaseId(id)
                                .build())
                        .getProgress());
    }

    /** What is known of the sending; empty before it ended. */
    Optional<Sent> sent() {
        return Optional.ofNullable(sent);
    }

    CaseProgress progress() {
        return progress;
    }

    /** True when it was not accepted, or its case is settled. */
    boolean isOver() {
        boolean isRefused = sent().filter(known -> known.caseId().isEmpty()).isPresent();
        return isRefused || progress.getKnown() && progress.getSettled();
    }
}
