package org.stoppayment.recovery.watch.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.grpc.GrpcStreamClient;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.proto.recovery.v1.RecoveryUnchanged;
import org.stoppayment.proto.recovery.v1.RecoveryWatchEnd;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;
import org.stoppayment.recovery.watch.application.RecoverySnapshot;
import org.stoppayment.recovery.watch.application.RecoveryWatcher;

/** A watcher on a gRPC stream. */
final class StreamingRecovery extends GrpcStreamClient<WatchRecoveryResponse> implements RecoveryWatcher {

    private final String caseId;

    StreamingRecovery(
            String caseId,
            ServerCallStreamObserver<WatchRecoveryResponse> observer,
            GrpcErrors errors,
            Duration heartbeat) {
        super(observer, errors, heartbeat);
        this.caseId = caseId;
    }

    @Override
    public void changed(RecoverySnapshot snapshot, Stand stand) {
        send(message(stand)
                .setSnapshot(RecoverySnapshotWire.render(caseId, snapshot))
                .build());
    }

    @Override
    public void unchanged(Stand stand) {
        send(message(stand).setHeartbeat(RecoveryUnchanged.getDefaultInstance()).build());
    }

    @Override
    public void ended(Stand stand) {
        end(message(stand).setEnd(RecoveryWatchEnd.getDefaultInstance()).build());
    }

    private WatchRecoveryResponse.Builder message(Stand stand) {
        return WatchRecoveryResponse.newBuilder()
                .setResumeToken(stand.token().map(ResumeToken::text).orElse(""))
                .setAsOf(CommonWire.timestamp(stand.asOf()))
                .setNextWithin(nextWithin());
    }
}
