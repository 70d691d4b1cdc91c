package org.stoppayment.freeze.attention.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.time.Instant;
import org.stoppayment.freeze.attention.application.AttentionWatcher;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.proto.freeze.v1.AttentionUnchanged;
import org.stoppayment.proto.freeze.v1.AttentionWatchEnd;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** A watcher on a gRPC stream. */
final class StreamingAttention implements AttentionWatcher {

    private final ServerCallStreamObserver<WatchAttentionResponse> client;
    private final GrpcErrors errors;
    private final com.google.protobuf.Duration nextWithin;

    /**
     * @param heartbeat longest time between two messages; a look may take as long in addition
     */
    StreamingAttention(ServerCallStreamObserver<WatchAttentionResponse> client, GrpcErrors errors, Duration heartbeat) {
        Duration longest = heartbeat.multipliedBy(2);
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
    public void started(Snapshot snapshot, Instant asOf) {
        client.onNext(message(asOf).setSnapshot(AttentionWire.render(snapshot)).build());
    }

    @Override
    public void changed(Changes changes, Instant asOf) {
        client.onNext(message(asOf).setChanges(AttentionWire.render(changes)).build());
    }

    @Override
    public void unchanged(Instant asOf) {
        client.onNext(message(asOf)
                .setHeartbeat(AttentionUnchanged.getDefaultInstance())
                .build());
    }

    @Override
    public void ended(Instant asOf) {
        client.onNext(
                message(asOf).setEnd(AttentionWatchEnd.getDefaultInstance()).build());
        client.onCompleted();
    }

    @Override
    public void failed(Throwable why) {
        client.onError(errors.transform(why));
    }

    private WatchAttentionResponse.Builder message(Instant asOf) {
        return WatchAttentionResponse.newBuilder()
                .setAsOf(CommonWire.timestamp(asOf))
                .setNextWithin(nextWithin);
    }
}
