package org.stoppayment.gateway.testkit;

import io.grpc.Server;
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
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackRequest;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackResponse;
import org.stoppayment.proto.recovery.v1.RefundFeedbackServiceGrpc;

/** A fund-recovery on a real socket that records feedback about refunds, and refuses it when told to. */
public final class FakeRecovery {

    private final List<RecordRefundFeedbackRequest> recorded = new CopyOnWriteArrayList<>();
    private final Map<String, StatusRuntimeException> refusals = new ConcurrentHashMap<>();
    private final Map<String, List<String>> missing = new ConcurrentHashMap<>();
    private final int port = Ports.free();
    private final Server server = start();

    public int port() {
        return port;
    }

    /** The recorded feedback of this refund, in the order of its arrival. */
    public List<RecordRefundFeedbackRequest> recorded(String applicationId) {
        return recorded.stream()
                .filter(request -> request.getFeedback().getApplicationId().equals(applicationId))
                .toList();
    }

    public void refuse(String applicationId, StatusRuntimeException with) {
        refusals.put(applicationId, with);
    }

    /** Says of feedback of this refund that these fields are missing. */
    public void misses(String applicationId, String... fields) {
        missing.put(applicationId, List.of(fields));
    }

    public void stop() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Server start() {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                    .sslContext(TestCertificates.server(ServiceNames.FUND_RECOVERY))
                    .addService(new Service())
                    .build()
                    .start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private final class Service extends RefundFeedbackServiceGrpc.RefundFeedbackServiceImplBase {
        @Override
        public void recordRefundFeedback(
                RecordRefundFeedbackRequest request, StreamObserver<RecordRefundFeedbackResponse> answer) {
            String id = request.getFeedback().getApplicationId();
            if (refusals.containsKey(id)) {
                answer.onError(refusals.get(id));
                return;
            }
            recorded.add(request);
            answer.onNext(RecordRefundFeedbackResponse.newBuilder()
                    .addAllMissing(missing.getOrDefault(id, List.of()))
                    .build());
            answer.onCompleted();
        }
    }
}
