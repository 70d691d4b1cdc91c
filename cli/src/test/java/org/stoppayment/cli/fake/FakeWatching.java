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
import org.stoppayment.proto.freeze.v1.CaseSnapshot;
import org.stoppayment.proto.freeze.v1.CaseUnchanged;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEnd;
import org.stoppayment.proto.freeze.v1.WatchEndReason;

/** A watch service whose streams are scripted by the test. */
public final class FakeWatching extends CaseWatchServiceGrpc.CaseWatchServiceImplBase {

    private final List<WatchCaseRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<StreamObserver<WatchCaseResponse>>> streams = new ConcurrentLinkedQueue<>();

    /** Scripts the next stream: its messages and its final status. */
    public void nextStream(Status status, WatchCaseResponse... messages) {
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
    public List<WatchCaseRequest> requests() {
        return List.copyOf(requests);
    }

    /** A snapshot at {@code second} seconds after midnight; its token is that number. */
    public static WatchCaseResponse snapshot(int second, Trace trace) {
        return message(second)
                .setResumeToken(String.valueOf(second))
                .setSnapshot(CaseSnapshot.newBuilder()
                        .setAccounts(trace.getNodesCount())
                        .setSettled(trace.getSettled())
                        .setTotal(trace.getTotal())
                        .setTrace(trace))
                .build();
    }

    /** A heartbeat for the case of {@code token}. */
    public static WatchCaseResponse heartbeat(int second, String token) {
        return message(second)
                .setResumeToken(token)
                .setHeartbeat(CaseUnchanged.getDefaultInstance())
                .build();
    }

    /** The end of the stream. */
    public static WatchCaseResponse end(int second, String token, WatchEndReason why) {
        return message(second)
                .setResumeToken(token)
                .setEnd(WatchEnd.newBuilder().setReason(why))
                .build();
    }

    private static WatchCaseResponse.Builder message(int second) {
        return WatchCaseResponse.newBuilder()
                .setAsOf(Timestamp.newBuilder().setSeconds(second))
                .setNextWithin(Duration.newBuilder().setSeconds(5));
    }

    @Override
    public void watchCase(WatchCaseRequest request, StreamObserver<WatchCaseResponse> client) {
        requests.add(request);
        Consumer<StreamObserver<WatchCaseResponse>> script = streams.poll();
        if (script == null) {
            client.onError(
                    Status.INTERNAL.withDescription("nothing more is scripted").asRuntimeException());
        } else {
            script.accept(client);
        }
    }
}
