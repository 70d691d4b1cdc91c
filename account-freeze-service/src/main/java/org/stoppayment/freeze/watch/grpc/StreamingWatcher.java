package org.stoppayment.freeze.watch.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import org.stoppayment.freeze.watch.application.CaseSnapshot;
import org.stoppayment.freeze.watch.application.Watcher;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.grpc.GrpcStreamClient;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.proto.freeze.v1.CaseUnchanged;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEnd;
import org.stoppayment.proto.freeze.v1.WatchEndReason;

/** A watcher on a gRPC stream. */
final class StreamingWatcher extends GrpcStreamClient<WatchCaseResponse> implements Watcher {

    private final String caseId;

    StreamingWatcher(
            String caseId,
            ServerCallStreamObserver<WatchCaseResponse> observer,
            GrpcErrors errors,
            Duration heartbeat) {
        super(observer, errors, heartbeat);
        this.caseId = caseId;
    }

    @Override
    public void changed(CaseSnapshot snapshot, Stand stand) {
        send(message(stand).setSnapshot(SnapshotWire.render(caseId, snapshot)).build());
    }

    @Override
    public void unchanged(Stand stand) {
        send(message(stand).setHeartbeat(CaseUnchanged.getDefaultInstance()).build());
    }

    @Override
    public void ended(End why, Stand stand) {
        end(message(stand)
                .setEnd(WatchEnd.newBuilder().setReason(WatchEndReason.valueOf("WATCH_END_REASON_" + why.name())))
                .build());
    }

    private WatchCaseResponse.Builder message(Stand stand) {
        return WatchCaseResponse.newBuilder()
                .setResumeToken(stand.token().map(ResumeToken::text).orElse(""))
                .setAsOf(CommonWire.timestamp(stand.asOf()))
                .setNextWithin(nextWithin());
    }
}
