package org.stoppayment.intake.grpc;

import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.stoppayment.intake.IntakeConfig;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.MutinyAccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.MutinyAccountFreezeServiceGrpc.MutinyAccountFreezeServiceStub;
import org.stoppayment.proto.intake.v1.GetCaseResponse;

/**
 * Adds the progress of a case's orders from account-freeze, or a note when account-freeze is unavailable or slow. It waits less
 * long than the callers of this service do, so that they get the case even without its progress.
 */
@ApplicationScoped
class FreezeProgress {

    private final MutinyAccountFreezeServiceStub freeze;
    private final long timeoutMillis;

    FreezeProgress(Peer freeze, IntakeConfig config) {
        this.freeze = MutinyAccountFreezeServiceGrpc.newMutinyStub(freeze);
        this.timeoutMillis = config.progressTimeout().toMillis();
    }

    Uni<GetCaseResponse.Builder> addTo(GetCaseResponse.Builder response) {
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
