package org.stoppayment.freeze.watch.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import org.stoppayment.freeze.watch.application.CaseSnapshot;
import org.stoppayment.freeze.watch.application.Watcher;
import org.stoppayment.freeze.watch.domain.ResumeToken;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.proto.freeze.v1.CaseUnchanged;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEnd;
import org.stoppayment.proto.freeze.v1.WatchEndReason;

/** A watcher on a gRPC stream. */
final class StreamingWatcher implements Watcher {

    private final String caseId;
    private final ServerCallStreamObserver<WatchCaseResponse> client;
    private final GrpcErrors errors;
    private final com.google.protobuf.Duration nextWithin;

    /**
     * @param heartbeat longest time between two messages; a look may take as long in addition
     */
    StreamingWatcher(
            String caseId, ServerCallStreamObserver<WatchCaseResponse> client, GrpcErrors errors, Duration heartbeat) {
        Duration longest = heartbeat.multipliedBy(2);
        this.caseId = caseId;
        this.client = client;
        this.errors = errors;
        this.nextWithin = com.google.protobuf.Duration.newBuilder()
                .setSeconds(longest.getSeconds())
                .setNanos(longest.getNano())
                .build();
    }

    @Override
    public boolean hasLeft() {
        return client.isCancelled();
    }

    @Override
    public boolean isReady() {
        return client.isReady();
    }

    @Override
    public void changed(CaseSnapshot snapshot, Stand stand) {
        client.onNext(message(stand)
                .setSnapshot(SnapshotWire.render(caseId, snapshot))
                .build());
    }

    @Override
    public void unchanged(Stand stand) {
        client.onNext(
                message(stand).setHeartbeat(CaseUnchanged.getDefaultInstance()).build());
    }

    @Override
    public void ended(End why, Stand stand) {
        client.onNext(message(stand)
                .setEnd(WatchEnd.newBuilder().setReason(WatchEndReason.valueOf("WATCH_END_REASON_" + why.name())))
                .build());
        client.onCompleted();
    }

    @Override
    public void failed(Throwable why) {
        client.onError(errors.transform(why));
    }

    private WatchCaseResponse.Builder message(Stand stand) {
        return WatchCaseResponse.newBuilder()
                .setResumeToken(stand.token().map(ResumeToken::text).orElse(""))
                .setAsOf(CommonWire.timestamp(stand.asOf()))
                .setNextWithin(nextWithin);
    }
}
