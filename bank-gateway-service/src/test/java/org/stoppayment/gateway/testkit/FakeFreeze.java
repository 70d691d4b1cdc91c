package org.stoppayment.gateway.testkit;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.freeze.v1.ClockServiceGrpc;
import org.stoppayment.proto.freeze.v1.FeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.GetTimeRequest;
import org.stoppayment.proto.freeze.v1.GetTimeResponse;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.RecordFeedbackResponse;
import org.stoppayment.proto.freeze.v1.RecordQueryAnswerRequest;

/** An account-freeze on a real socket that records feedback, and refuses it or does not answer when told to. Can be stopped. */
public final class FakeFreeze {

    private final List<RecordFeedbackRequest> recorded = new CopyOnWriteArrayList<>();
    private final Map<String, StatusRuntimeException> refusals = new ConcurrentHashMap<>();
    private final Map<String, List<String>> missing = new ConcurrentHashMap<>();
    private final Map<String, Boolean> unanswered = new ConcurrentHashMap<>();
    private final FakeQueryFeedback queries = new FakeQueryFeedback();
    private final int port = Ports.free();
    private volatile Duration ahead = Duration.ZERO;
    private Server server = start();

    public int port() {
        return port;
    }

    /** The recorded feedback of this order. */
    public List<RecordFeedbackRequest> recorded(String applicationId) {
        return recorded.stream()
                .filter(request -> request.getFeedback().getApplicationId().equals(applicationId))
                .toList();
    }

    /** The recorded answers to this query, without those that had been recorded before. */
    public List<RecordQueryAnswerRequest> answers(String applicationId) {
        return queries.answers(applicationId);
    }

    public void refuseAnswer(String applicationId, StatusRuntimeException with) {
        queries.refuse(applicationId, with);
    }

    /** Says of answers to this query that these fields are missing. */
    public void missesInAnswer(String applicationId, String... fields) {
        queries.misses(applicationId, fields);
    }

    public void refuse(String applicationId, StatusRuntimeException with) {
        refusals.put(applicationId, with);
    }

    /** Says of feedback of this order that these fields are missing. */
    public void misses(String applicationId, String... fields) {
        missing.put(applicationId, List.of(fields));
    }

    public void doNotAnswer(String applicationId) {
        unanswered.put(applicationId, true);
    }

    /** Its clock is this much ahead of this host's. */
    public void setAhead(Duration ahead) {
        this.ahead = ahead;
    }

    public void stop() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public void restart() {
        server = start();
    }

    private Server start() {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                    .sslContext(TestCertificates.server(ServiceNames.ACCOUNT_FREEZE))
                    .addService(new Service())
                    .addService(new Clock())
                    .addService(queries)
                    .build()
                    .start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private final class Clock extends ClockServiceGrpc.ClockServiceImplBase {
        @Override
        public void getTime(GetTimeRequest request, StreamObserver<GetTimeResponse> answer) {
            answer.onNext(GetTimeResponse.newBuilder()
                    .setTime(CommonWire.timestamp(Callbacks.now().plus(ahead)))
                    .build());
            answer.onCompleted();
        }
    }

    private final class Service extends FeedbackServiceGrpc.FeedbackServiceImplBase {
        @Override
        public void recordFeedback(RecordFeedbackRequest request, StreamObserver<RecordFeedbackResponse> answer) {
            String id = request.getFeedback().getApplicationId();
            if (unanswered.containsKey(id)) {
                return;
            }
            if (refusals.containsKey(id)) {
                answer.onError(refusals.get(id));
            } else if (id.isEmpty()) {
                answer.onError(Status.INTERNAL.asRuntimeException());
            } else {
                recorded.add(request);
                answer.onNext(RecordFeedbackResponse.newBuilder()
                        .addAllMissing(missing.getOrDefault(id, List.of()))
                        .build());
                answer.onCompleted();
            }
        }
    }
}
