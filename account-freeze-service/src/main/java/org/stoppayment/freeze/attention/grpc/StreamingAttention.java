package org.stoppayment.freeze.attention.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.time.Instant;
import org.stoppayment.freeze.attention.application.AttentionWatcher;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.grpc.GrpcStreamClient;
import org.stoppayment.proto.freeze.v1.AttentionUnchanged;
import org.stoppayment.proto.freeze.v1.AttentionWatchEnd;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** A watcher on a gRPC stream. */
final class StreamingAttention extends GrpcStreamClient<WatchAttentionResponse> implements AttentionWatcher {

    StreamingAttention(
            ServerCallStreamObserver<WatchAttentionResponse> observer, GrpcErrors errors, Duration heartbeat) {
        super(observer, errors, heartbeat);
    }

    @Override
    public void started(Snapshot snapshot, Instant asOf) {
        send(message(asOf).setSnapshot(AttentionWire.render(snapshot)).build());
    }

    @Override
    public void changed(Changes changes, Instant asOf) {
        send(message(asOf).setChanges(AttentionWire.render(changes)).build());
    }

    @Override
    public void unchanged(Instant asOf) {
        send(message(asOf).setHeartbeat(AttentionUnchanged.getDefaultInstance()).build());
    }

    @Override
    public void ended(Instant asOf) {
        end(message(asOf).setEnd(AttentionWatchEnd.getDefaultInstance()).build());
    }

    private WatchAttentionResponse.Builder message(Instant asOf) {
        return WatchAttentionResponse.newBuilder()
                .setAsOf(CommonWire.timestamp(asOf))
                .setNextWithin(nextWithin());
    }
}
