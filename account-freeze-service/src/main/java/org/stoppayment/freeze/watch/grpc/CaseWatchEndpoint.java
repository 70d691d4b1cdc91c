package org.stoppayment.freeze.watch.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.freeze.watch.application.WatchConfig;
import org.stoppayment.freeze.watch.application.WatchingCases;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** Streams changes of cases. Uses the gRPC observer: from a Multi, all items would be requested however slowly the client reads. */
@GrpcService
class CaseWatchEndpoint extends CaseWatchServiceGrpc.CaseWatchServiceImplBase {

    private final WatchingCases watching;
    private final GrpcErrors errors;
    private final WatchConfig config;

    CaseWatchEndpoint(WatchingCases watching, GrpcErrors errors, WatchConfig config) {
        this.watching = watching;
        this.errors = errors;
        this.config = config;
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public void watchCase(WatchCaseRequest request, StreamObserver<WatchCaseResponse> answers) {
        ServerCallStreamObserver<WatchCaseResponse> client = (ServerCallStreamObserver<WatchCaseResponse>) answers;
        Runnable leave = watching.watch(
                request.getCaseId(),
                request.getResumeToken(),
                request.getUntilSettled(),
                new StreamingWatcher(request.getCaseId(), client, errors, config.heartbeat()));
        client.setOnCancelHandler(leave); // the server may never call it, so each look checks as well
    }
}
