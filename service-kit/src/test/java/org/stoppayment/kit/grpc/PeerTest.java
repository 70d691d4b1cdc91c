package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.Ports;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.kit.testing.TestCertificates;
import org.stoppayment.proto.common.v1.DeliverEventsRequest;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.common.v1.EventInboxServiceGrpc;

class PeerTest {

    private static final DeliverEventsRequest REQUEST = DeliverEventsRequest.getDefaultInstance();

    private final int port = Ports.free();
    private final List<CertificateSubject> callers = new CopyOnWriteArrayList<>();
    private final AtomicReference<SslContext> own =
            new AtomicReference<>(TestCertificates.client(TestCertificates.service(ServiceNames.CASE_INTAKE)));
    private final Peer peer = peer(port, Duration.ofMillis(300));

    private Peer peer(int port, Duration deadline) {
        return new Peer(ServiceNames.ACCOUNT_FREEZE, "127.0.0.1:" + port, deadline, own::get);
    }

    @AfterEach
    void close() {
        peer.close();
    }

    /** Answers calls, or leaves them unanswered. */
    private Server listen(boolean answering) throws IOException {
        return listen(answering, ServiceNames.ACCOUNT_FREEZE);
    }

    private Server listen(boolean answering, String service) throws IOException {
        return NettyServerBuilder.forPort(port)
                .sslContext(TestCertificates.server(service))
                .intercept(new CallersSeen())
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
                Peer through = new Peer(
                        ServiceNames.ACCOUNT_FREEZE,
                        "127.0.0.1:" + link.port(),
                        Duration.ofSeconds(5),
                        own::get,
                        Duration.ofSeconds(1))) {
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
                Peer through = peer(link.port(), Duration.ofSeconds(25))) {
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
        assertThatThrownBy(() -> new Peer(ServiceNames.ACCOUNT_FREEZE, "localhost", Duration.ofSeconds(1), own::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("address: localhost (expected: host:port)");
    }

    @Test
    void serviceOfAnotherNameIsNotCalled() throws IOException {
        Server other = listen(true, ServiceNames.BANK_GATEWAY);
        try {
            assertThat(codeOfCall()).isEqualTo(Status.Code.UNAVAILABLE);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void callsUseANewConnectionOnceTheCertificateIsAnother() throws IOException {
        Server server = listen(true);
        try {
            call();
            own.set(TestCertificates.client(TestCertificates.service(ServiceNames.FUND_RECOVERY)));
            call();
            call();
            assertThat(callers)
                    .containsExactly(
                            TestCertificates.service(ServiceNames.CASE_INTAKE),
                            TestCertificates.service(ServiceNames.FUND_RECOVERY),
                            TestCertificates.service(ServiceNames.FUND_RECOVERY));
        } finally {
            server.shutdownNow();
        }
    }

    /** Keeps whose certificate each call came with. */
    private final class CallersSeen implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            try {
                X509Certificate certificate = (X509Certificate) call.getAttributes()
                        .get(Grpc.TRANSPORT_ATTR_SSL_SESSION)
                        .getPeerCertificates()[0];
                callers.add(CertificateSubject.of(certificate.getSubjectX500Principal())
                        .orElseThrow());
            } catch (SSLPeerUnverifiedException nobody) {
                throw new IllegalStateException(nobody);
            }
            return next.startCall(call, headers);
        }
    }
}
