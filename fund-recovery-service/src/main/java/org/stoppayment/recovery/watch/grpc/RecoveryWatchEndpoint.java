package org.stoppayment.recovery.watch.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.RecoveryWatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.WatchRecoveryRequest;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;
import org.stoppayment.recovery.watch.application.RecoveryWatchConfig;
import org.stoppayment.recovery.watch.application.WatchingRecovery;

/** Streams what victims may get back. Uses the gRPC observer: from a Multi, all items would be requested however slowly the client reads. */
@GrpcService
class RecoveryWatchEndpoint extends RecoveryWatchServiceGrpc.RecoveryWatchServiceImplBase {

    private final WatchingRecovery watching;
    private final GrpcErrors errors;
    private final RecoveryWatchConfig config;

    RecoveryWatchEndpoint(WatchingRecovery watching, GrpcErrors errors, RecoveryWatchConfig config) {
        this.watching = watching;
        this.errors = errors;
        this.config = config;
    }

    @Override
    @RolesAllowed(Roles.COMMAND)
    public void watchRecovery(WatchRecoveryRequest request, StreamObserver<WatchRecoveryResponse> answers) {
        ServerCallStreamObserver<WatchRecoveryResponse> client =
                (ServerCallStreamObserver<WatchRecoveryResponse>) answers;
        Runnable leave = watching.watch(
                request.getCaseId(),
                request.getResumeToken(),
                new StreamingRecovery(request.getCaseId(), client, errors, config.heartbeat()));
        client.setOnCancelHandler(leave); // the server may never call it, so each look checks as well
    }
}
