package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;

class PeerTest {

    private static final DeliverEventsRequest REQUEST = DeliverEventsRequest.getDefaultInstance();

    private final int port = Ports.free();
    private final Peer peer = new Peer("127.0.0.1:" + port, Duration.ofMillis(300));

    @AfterEach
    void close() {
        peer.close();
    }

    /** Answers calls, or leaves them unanswered. */
    private Server listen(boolean answering) throws IOException {
        return ServerBuilder.forPort(port)
                .addService(new EventInboxServiceGrpc.EventInboxServiceImplBase() {
                    @Override
                    public void deliverEvents(
                            DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> caller) {
                        if (answering) {
                            caller.onNext(DeliverEventsResponse.getDefaultInstance());
                            caller.onCompleted();
                        }
                    }
                })
                .build()
                .start();
    }

    private DeliverEventsResponse call() {
        return EventInboxServiceGrpc.newBlockingStub(peer).deliverEvents(REQUEST);
    }

    private Status.Code codeOfCall() {
        try {
            call();
            return Status.Code.OK;
        } catch (StatusRuntimeException failed) {
            return failed.getStatus().getCode();
        }
    }

    @Test
    void everyCallToAPeerThatDoesNotAnswerHasItsOwnDeadline() throws IOException {
        Server silent = listen(false);
        try {
            assertThat(codeOfCall()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(codeOfCall()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        } finally {
            silent.shutdownNow();
        }
    }

    @Test
    void peerThatIsBackIsReachedWithinASecond() throws IOException {
        for (int i = 0; i < 20; i++) { // gRPC's own backoff would grow with each
            assertThat(codeOfCall()).isEqualTo(Status.Code.UNAVAILABLE);
        }
        Server back = listen(true);
        try {
            await().atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> codeOfCall() == Status.Code.OK);
        } finally {
            back.shutdownNow();
        }
    }

    @Test
    void connectionThatWasIdleIsNotUsedAgain() throws IOException {
        Server server = listen(true);
        try (TcpProxy link = new TcpProxy(new InetSocketAddress("127.0.0.1", port));
                Peer through = new Peer("127.0.0.1:" + link.port(), Duration.ofSeconds(5), Duration.ofSeconds(1))) {
            EventInboxServiceGrpc.newBlockingStub(through).deliverEvents(REQUEST);
            await().until(through::isIdle);
            link.dropFlows();

            assertThat(EventInboxServiceGrpc.newBlockingStub(through).deliverEvents(REQUEST))
                    .isEqualTo(DeliverEventsResponse.getDefaultInstance());
        } finally {
            server.shutdownNow();
        }
    }

    /** Ten seconds until the ping, three until it counts as lost: the shortest times that gRPC allows. */
    @Test
    @Tag("full")
    void droppedFlowIsFoundByAPingLongBeforeTheDeadline() throws IOException {
        Server server = listen(true);
        try (TcpProxy link = new TcpProxy(new InetSocketAddress("127.0.0.1", port));
                Peer through = new Peer("127.0.0.1:" + link.port(), Duration.ofSeconds(25))) {
            EventInboxServiceGrpc.newBlockingStub(through).deliverEvents(REQUEST);
            link.dropFlows();

            assertThatThrownBy(
                            () -> EventInboxServiceGrpc.newBlockingStub(through).deliverEvents(REQUEST))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            lost -> assertThat(lost.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
            assertThat(EventInboxServiceGrpc.newBlockingStub(through).deliverEvents(REQUEST))
                    .isEqualTo(DeliverEventsResponse.getDefaultInstance());
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void addressWithoutPortIsRefused() {
        assertThatThrownBy(() -> new Peer("localhost", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address: localhost (expected: host:port)");
    }
}
