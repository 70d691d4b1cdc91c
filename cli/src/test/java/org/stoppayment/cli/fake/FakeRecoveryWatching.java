package org.stoppayment.cli.fake;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RecoveryUnchanged;
import org.stoppayment.proto.recovery.v1.RecoveryWatchEnd;
import org.stoppayment.proto.recovery.v1.RecoveryWatchServiceGrpc;
import org.stoppayment.proto.recovery.v1.WatchRecoveryRequest;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;

/** Streams of the return of money that are scripted by the test; without a script, INTERNAL ends them. */
public final class FakeRecoveryWatching extends RecoveryWatchServiceGrpc.RecoveryWatchServiceImplBase {

    private final List<WatchRecoveryRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<StreamObserver<WatchRecoveryResponse>>> streams = new ConcurrentLinkedQueue<>();

    /** Scripts the next stream: its messages and its final status. */
    public void nextStream(Status status, WatchRecoveryResponse... messages) {
        streams.add(client -> {
            List.of(messages).forEach(client::onNext);
            if (status.isOk()) {
                client.onCompleted();
            } else {
                client.onError(status.asRuntimeException());
            }
        });
    }

    /** The request of each stream. */
    public List<WatchRecoveryRequest> requests() {
        return List.copyOf(requests);
    }

    /** A snapshot at {@code second} seconds after midnight; its token is that number. */
    public static WatchRecoveryResponse snapshot(int second, RecoverySnapshot snapshot) {
        return message(second, String.valueOf(second)).setSnapshot(snapshot).build();
    }

    /** A heartbeat for the state of {@code token}. */
    public static WatchRecoveryResponse heartbeat(int second, String token) {
        return message(second, token)
                .setHeartbeat(RecoveryUnchanged.getDefaultInstance())
                .build();
    }

    /** The end of a stream that is opened anew. */
    public static WatchRecoveryResponse end(int second, String token) {
        return message(second, token)
                .setEnd(RecoveryWatchEnd.getDefaultInstance())
                .build();
    }

    private static WatchRecoveryResponse.Builder message(int second, String token) {
        return WatchRecoveryResponse.newBuilder()
                .setResumeToken(token)
                .setAsOf(Timestamp.newBuilder().setSeconds(second))
                .setNextWithin(Duration.newBuilder().setSeconds(5));
    }

    @Override
    public void watchRecovery(WatchRecoveryRequest request, StreamObserver<WatchRecoveryResponse> client) {
        requests.add(request);
        Consumer<StreamObserver<WatchRecoveryResponse>> script = streams.poll();
        if (script == null) {
            client.onError(
                    Status.INTERNAL.withDescription("nothing more is scripted").asRuntimeException());
        } else {
            script.accept(client);
        }
    }
}
