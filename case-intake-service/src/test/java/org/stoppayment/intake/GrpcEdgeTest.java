package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.TestCertificates;

/** Callers that take more than their share, and headers that the server does not take. */
@QuarkusTest
class GrpcEdgeTest extends IntakeTest {

    private static final int LARGE_REPORTS = 30;
    private static final String LARGE_TEXT = "x".repeat(1_000_000);

    /** Not compressed, no bytes. */
    private static final Buffer EMPTY_MESSAGE = Buffer.buffer(new byte[5]);

    @Inject
    Vertx vertx;

    private HttpClient client;

    @BeforeEach
    void openClient() {
        client = vertx.createHttpClient(TestCertificates.http2(TestCertificates.COMMAND));
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** A call of GetCase with these headers, over the client's one connection. */
    private HttpClientRequest call(Map<String, String> headers) throws Exception {
        HttpClientRequest request = await(client.request(
                HttpMethod.POST, address.getPort(), "127.0.0.1", "/stoppayment.intake.v1.CaseIntakeService/GetCase"));
        request.putHeader("content-type", "application/grpc").putHeader("te", "trailers");
        headers.forEach(request::putHeader);
        return request;
    }

    /** The answer to an empty request with these headers, as it comes over the wire. */
    private HttpClientResponse answer(Map<String, String> headers) throws Exception {
        return await(call(headers).send(EMPTY_MESSAGE));
    }

    private static Status.Code code(HttpClientResponse answer) {
        return Status.fromCodeValue(Integer.parseInt(answer.getHeader("grpc-status")))
                .getCode();
    }

    @Test
    void textOfAStatusIsReadableWithoutDecodingMoreThanGrpcSays() throws Exception {
        HttpClientResponse answer = answer(Map.of());
        assertThat(code(answer)).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(answer.getHeader("grpc-message")).startsWith("caseId: ").contains(" (expected: ");
    }

    @Test
    void messageEncodingThatIsNotTakenIsUnimplemented() throws Exception {
        for (String encoding : List.of("snappy", "gzip")) {
            HttpClientResponse answer = answer(Map.of("grpc-encoding", encoding));
            assertThat(code(answer)).as(encoding).isEqualTo(Status.Code.UNIMPLEMENTED);
            assertThat(answer.getHeader("grpc-accept-encoding")).isEqualTo("identity");
        }
        assertThat(code(answer(Map.of("grpc-encoding", "identity")))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void callWithTooMuchMetadataIsRefusedAloneAndOthersOfItsConnectionGoOn() throws Exception {
        HttpClientRequest other = call(Map.of("x-small", "x".repeat(4_000)));
        await(other.sendHead());

        HttpClientResponse answer = answer(Map.of("x-large", "x".repeat(20_000)));

        assertThat(code(answer)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(answer.getHeader("grpc-message")).contains("(expected: at most 8192)");
        assertThat(code(await(other.send(EMPTY_MESSAGE)))).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void largeReportsAreReadAFewAtATimeAndOtherReportsDoNotWaitForThem() {
        List<OpenCall> large = Stream.generate(() ->
                        new OpenCall(channel, report().setNarrative(LARGE_TEXT).build()))
                .limit(LARGE_REPORTS)
                .toList();
        // Four, half of the slots, and perhaps some that had arrived before anybody looked.
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> large.stream().filter(OpenCall::isRead).count(), read -> read > 0 && read < 12);

        assertThat(intake.withDeadlineAfter(5, TimeUnit.SECONDS)
                        .reportFraud(report().build())
                        .getCaseId())
                .isNotEmpty();

        large.forEach(OpenCall::end);
        assertThat(large).allSatisfy(call -> assertThat(call.status().getCode()).isEqualTo(Status.Code.OK));
    }

    @Test
    void reportThatDoesNotEndIsRefused() {
        Status status = new OpenCall(channel, report().build()).status();
        assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(status.getDescription()).contains("not complete after PT4S");
    }

    @Test
    void callerWithAllStreamsGivesOneToAnother() {
        ManagedChannel other = newChannel();
        try {
            List<Streaming> greedy =
                    Stream.generate(() -> new Streaming(channel)).limit(4).toList();
            greedy.forEach(Streaming::awaitAnswer);
            new Streaming(other).awaitAnswer();
            Awaitility.await().untilAsserted(() -> assertThat(greedy)
                    .filteredOn(stream -> stream.end.isDone())
                    .extracting(stream -> stream.end.join().getCode())
                    .containsExactly(Status.Code.UNAVAILABLE));
        } finally {
            other.shutdownNow();
        }
    }

    /** A stream of the reflection service, which stays open. */
    private static final class Streaming implements StreamObserver<ServerReflectionResponse> {

        final CompletableFuture<Status> end = new CompletableFuture<>();
        private final CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();

        Streaming(ManagedChannel channel) {
            ServerReflectionGrpc.newStub(channel)
                    .serverReflectionInfo(this)
                    .onNext(ServerReflectionRequest.newBuilder()
                            .setListServices("")
                            .build());
        }

        void awaitAnswer() {
            answer.orTimeout(5, TimeUnit.SECONDS).join();
        }

        @Override
        public void onNext(ServerReflectionResponse message) {
            answer.complete(message);
        }

        @Override
        public void onError(Throwable failure) {
            end.complete(Status.fromThrowable(failure));
            answer.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            end.complete(Status.OK);
        }
    }
}
