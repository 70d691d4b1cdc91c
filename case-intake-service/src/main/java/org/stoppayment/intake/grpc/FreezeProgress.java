package org.stoppayment.intake.grpc;

import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.stoppayment.intake.IntakeConfig;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.outbox.UndeliveredEvents;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.MutinyAccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.MutinyAccountFreezeServiceGrpc.MutinyAccountFreezeServiceStub;
import org.stoppayment.proto.intake.v1.GetCaseResponse;

/**
 * Adds the progress of a case's orders from account-freeze, or a note when account-freeze is unavailable or slow, and whether the
 * case waits for account-freeze. It waits less long than the callers of this service do, so that they get the case even without
 * its progress.
 */
@ApplicationScoped
class FreezeProgress {

    private final MutinyAccountFreezeServiceStub freeze;
    private final long timeoutMillis;
    private final UndeliveredEvents undelivered;
    private final InstantSource clock;

    FreezeProgress(Peer freeze, IntakeConfig config, UndeliveredEvents undelivered, InstantSource clock) {
        this.freeze = MutinyAccountFreezeServiceGrpc.newMutinyStub(freeze);
        this.timeoutMillis = config.progressTimeout().toMillis();
        this.undelivered = undelivered;
        this.clock = clock;
    }

    Uni<GetCaseResponse.Builder> addTo(GetCaseResponse.Builder response) {
        return progress(response)
                .chain(() -> undelivered.oldestOf(CaseId.of(response.getCase().getCaseId())))
                .map(oldest -> response.setWaitingForFreeze(oldest.map(at -> !response.hasProgress() || isOverdue(at))
                        .orElse(false)));
    }

    /** An event that has just been stored is on its way. */
    private boolean isOverdue(Instant occurredAt) {
        return occurredAt.plus(OutboxEvent.HEAD_START).isBefore(clock.instant());
    }

    private Uni<GetCaseResponse.Builder> progress(GetCaseResponse.Builder response) {
        return freeze.withDeadlineAfter(timeoutMillis, TimeUnit.MILLISECONDS)
                .getCaseProgress(GetCaseProgressRequest.newBuilder()
                        .setCaseId(response.getCase().getCaseId())
                        .build())
                .map(answer -> response.setProgress(answer.getProgress()))
                .onFailure()
                .recoverWithItem(failure -> response.setProgressUnavailable("account-freeze does not answer: "
                        + Status.fromThrowable(failure).getCode()));
    }
}
