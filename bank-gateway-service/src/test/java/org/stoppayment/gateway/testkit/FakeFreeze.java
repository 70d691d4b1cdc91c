package org.stoppayment.gateway.testkit;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.proto.freeze.v1.FeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.RecordFeedbackResponse;

/** An account-freeze that takes feedback over a real socket, refuses some, keeps silent about some, and can be stopped. */
public final class FakeFreeze {

    private final List<RecordFeedbackRequest> recorded = new CopyOnWriteArrayList<>();
    private final Map<String, StatusRuntimeException> refusals = new ConcurrentHashMap<>();
    private final Map<String, Boolean> silent = new ConcurrentHashMap<>();
    private final int port = Ports.free();
    private Server server = start();

    public int port() {
        return port;
    }

    /** What was recorded of this order. */
    public List<RecordFeedbackRequest> recorded(String applicationId) {
        return recorded.stream()
                .filter(request -> request.getFeedback().getApplicationId().equals(applicationId))
                .toList();
    }

    public void refuse(String applicationId, StatusRuntimeException with) {
        refusals.put(applicationId, with);
    }

    public void keepSilentAbout(String applicationId) {
        silent.put(applicationId, true);
    }

    public void goAway() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public void comeBack() {
        server = start();
    }

    private Server start() {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                    .addService(new Service())
                    .build()
                    .start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private final class Service extends FeedbackServiceGrpc.FeedbackServiceImplBase {
        @Override
        public void recordFeedback(RecordFeedbackRequest request, StreamObserver<RecordFeedbackResponse> answer) {
            String id = request.getFeedback().getApplicationId();
            if (silent.containsKey(id)) {
                return;
            }
            if (refusals.containsKey(id)) {
                answer.onError(refusals.get(id));
            } else if (id.isEmpty()) {
                answer.onError(Status.INTERNAL.asRuntimeException());
            } else {
                recorded.add(request);
                answer.onNext(RecordFeedbackResponse.getDefaultInstance());
                answer.onCompleted();
            }
        }
    }
}
