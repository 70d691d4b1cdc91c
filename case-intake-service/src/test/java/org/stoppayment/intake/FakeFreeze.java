package org.stoppayment.intake;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;
import org.stoppayment.proto.common.v1.RejectedEvent;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetCaseProgressResponse;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** A fake account-freeze on a real socket. */
final class FakeFreeze implements AutoCloseable {

    /** The reason of rejections while it is {@link #rejecting}. */
    static final String REASON = "channel: 99 (expected: one that is known)";

    private final Queue<Event> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> requestedCases = new ConcurrentLinkedQueue<>();
    private final Server server;
    volatile boolean silent;
    volatile boolean rejecting;

    FakeFreeze(int port) {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .sslContext(TestCertificates.server(ServiceNames.ACCOUNT_FREEZE))
                    .addService(new Inbox())
                    .addService(new Progress())
                    .build()
                    .start();
        } catch (IOException received) {
            throw new UncheckedIOException(received);
        }
    }

    /** The events of a case, including repeated deliveries. */
    List<ReportAccepted> eventsOf(String caseId) {
        return received.stream()
                .filter(event -> event.getCaseId().equals(caseId))
                .map(event -> {
                    try {
                        return ReportAccepted.parseFrom(event.getData());
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                })
                .toList();
    }

    List<Event> received() {
        return List.copyOf(received);
    }

    /** The cases whose progress was requested. */
    List<String> requestedCases() {
        return List.copyOf(requestedCases);
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Inbox extends EventInboxServiceGrpc.EventInboxServiceImplBase {
        @Override
        public void deliverEvents(DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
            if (rejecting) {
                answer.onNext(DeliverEventsResponse.newBuilder()
                        .addAllRejected(request.getEventsList().stream()
                                .map(event -> RejectedEvent.newBuilder()
                                        .setEventId(event.getEventId())
                                        .setReason(REASON)
                                        .build())
                                .toList())
                        .build());
            } else {
                received.addAll(request.getEventsList());
                answer.onNext(DeliverEventsResponse.getDefaultInstance());
            }
            answer.onCompleted();
        }
    }

    private final class Progress extends AccountFreezeServiceGrpc.AccountFreezeServiceImplBase {
        @Override
        public void getCaseProgress(GetCaseProgressRequest request, StreamObserver<GetCaseProgressResponse> answer) {
            requestedCases.add(request.getCaseId());
            if (silent) {
                return;
            }
            if (request.getCaseId().isEmpty()) {
                answer.onError(Status.INVALID_ARGUMENT.asRuntimeException());
                return;
            }
            answer.onNext(GetCaseProgressResponse.newBuilder()
                    .setProgress(CaseProgress.newBuilder().setKnown(true))
                    .build());
            answer.onCompleted();
        }
    }
}
