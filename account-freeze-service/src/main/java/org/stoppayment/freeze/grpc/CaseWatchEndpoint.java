package org.stoppayment.freeze.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import org.stoppayment.freeze.application.FreezeConfig;
import org.stoppayment.freeze.application.WatchingCases;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** Cases while they move. It speaks to gRPC directly: a Multi would be asked for all it has, however slowly its reader reads. */
@GrpcService
class CaseWatchEndpoint extends CaseWatchServiceGrpc.CaseWatchServiceImplBase {

    private final WatchingCases watching;
    private final GrpcErrors errors;
    private final FreezeConfig config;

    CaseWatchEndpoint(WatchingCases watching, GrpcErrors errors, FreezeConfig config) {
        this.watching = watching;
        this.errors = errors;
        this.config = config;
    }

    @Override
    public void watchCase(WatchCaseRequest request, StreamObserver<WatchCaseResponse> answers) {
        ServerCallStreamObserver<WatchCaseResponse> client = (ServerCallStreamObserver<WatchCaseResponse>) answers;
        Runnable leave = watching.watch(
                request.getCaseId(),
                request.getResumeToken(),
                request.getUntilSettled(),
                new StreamingWatcher(
                        request.getCaseId(), client, errors, config.watch().heartbeat()));
        client.setOnCancelHandler(leave); // which the server may never call; each look asks as well
    }
}
