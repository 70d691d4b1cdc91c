package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.PROBLEM;
import static org.stoppayment.gateway.testkit.Callbacks.bytes;
import static org.stoppayment.gateway.testkit.Callbacks.callBack;
import static org.stoppayment.gateway.testkit.Callbacks.now;
import static org.stoppayment.gateway.testkit.Http2Client.answerOf;

import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Http2Client;
import org.stoppayment.gateway.testkit.Http2Client.Answer;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.Refunds;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.testing.TestCertificates;

/** Callbacks over HTTP/2: they are taken, refused and bounded as those over HTTP/1.1. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallbackHttp2ContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FOUR_MEBIBYTES = 4 << 20;
    private static final int PART = 64 << 10;

    TestBed bed;

    @TestHTTPResource(value = "/", tls = true)
    URL gateway;

    @Inject
    UnsignedBytes memory;

    private Http2Client client;

    @BeforeEach
    void connect() {
        client = new Http2Client(gateway);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        await("memory is given back").atMost(PATIENCE).until(() -> memory.held() == 0);
    }

    @Test
    void callbacksOnEachPathAreTaken() throws Exception {
        for (String call : List.of("1", "2", "3")) {
            assertThat(post("feedback", Feedbacks.code("h2-" + call, "0301")).status())
                    .isEqualTo(204);
            assertThat(post("refund-feedback", Refunds.paid("h2-r-" + call, "0000", "FH-1", 5))
                            .status())
                    .isEqualTo(204);
            assertThat(post("query-answers", Queries.answer("h2-q-" + call, Queries.holder()))
                            .status())
                    .isEqualTo(204);

            assertThat(bed.freeze.recorded("h2-" + call)).hasSize(1);
            assertThat(bed.recovery.recorded("h2-r-" + call)).hasSize(1);
            assertThat(bed.freeze.answers("h2-q-" + call)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback", "refund-feedback", "query-answers"})
    void callbacksOfJavasClientAsItIsByDefaultAreTaken(String path) throws Exception {
        HttpClient java = HttpClient.newBuilder()
                .sslContext(TestCertificates.context(TestCertificates.institution(BANK)))
                .build();

        for (String call : List.of("asks-for-an-upgrade", "second")) {
            String id = path + "-" + call;
            byte[] body = bytes(
                    path.equals("query-answers")
                            ? Queries.answer(id, Queries.holder())
                            : path.equals("feedback")
                                    ? Feedbacks.code(id, "0301")
                                    : Refunds.paid(id, "0000", "FH-1", 5));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(gateway.toString()).resolve(path(path)))
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            signed(body).forEach(request::header);

            HttpResponse<String> answer = java.send(request.build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(204);
        }
    }

    @Test
    void bodyOfUnknownLengthInPartsIsTaken() throws Exception {
        byte[] body = bytes(Feedbacks.code("h2-parts", "0301") + " ".repeat(3 * PART));
        HttpClientRequest request = client.open(path("feedback"), signed(body));
        for (int from = 0; from < body.length; from += PART) {
            request.write(Buffer.buffer(body).slice(from, Math.min(from + PART, body.length)));
        }
        request.end();

        assertThat(answerOf(request).status()).isEqualTo(204);
        assertThat(bed.freeze.recorded("h2-parts")).hasSize(1);
    }

    @Test
    void bodyOfAlmostFourMebibytesIsTaken() throws Exception {
        assertThat(post("feedback", Feedbacks.code("h2-almost", "0301") + " ".repeat(FOUR_MEBIBYTES - 100))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, text/xml, 415, UNSUPPORTED_MEDIA_TYPE",
        "Content-Type, application/grpc+json, 415, UNSUPPORTED_MEDIA_TYPE",
        "Content-Encoding, gzip, 415, UNSUPPORTED_MEDIA_TYPE",
        "webhook-signature, none, 401, INVALID_SIGNATURE",
        "webhook-id, another, 401, INVALID_SIGNATURE"
    })
    void whatIsRefusedOverHttp1IsRefusedAndTheConnectionIsUsedOn(String header, String value, int status, String code)
            throws Exception {
        byte[] body = bytes(Feedbacks.code("h2-refused", "0301"));
        Map<String, String> headers = signed(body);
        headers.put(header, value);

        assertProblem(client.post(path("feedback"), headers, body), status, code);
        assertThat(post("feedback", Feedbacks.code("h2-after", "0301")).status())
                .isEqualTo(204);
        assertThat(bed.freeze.recorded("h2-refused")).isEmpty();
    }

    @Test
    void answersOfTheResourcesAreTheSame() throws Exception {
        bed.recovery.refuse("h2-unknown", Status.NOT_FOUND.asRuntimeException());
        bed.recovery.refuse("h2-away", Status.UNAVAILABLE.asRuntimeException());

        assertProblem(post("refund-feedback", Refunds.paid("h2-unknown", "0000", "FH-1", 5)), 404, "ORDER_NOT_KNOWN");
        Answer away = post("refund-feedback", Refunds.paid("h2-away", "0000", "FH-1", 5));
        assertProblem(away, 503, "UNAVAILABLE");
        assertThat(away.headers()).containsEntry("retry-after", "5");
        assertProblem(post("refund-feedback", Feedbacks.code("h2-bare", "0000")), 400, "INCOMPLETE_FEEDBACK");
        assertProblem(post("feedback", "no JSON"), 400, "INVALID_FEEDBACK");
        assertProblem(post("feedback", ""), 400, "INVALID_FEEDBACK");
    }

    @Test
    void otherMethodsAndPathsAreProblems() throws Exception {
        assertProblem(client.send("GET", path("feedback")), 405, "METHOD_NOT_ALLOWED");
        assertProblem(client.send("GET", "/v1"), 404, "NOT_FOUND");
        assertProblem(client.post("/v1/stops", Map.of(), new byte[PART]), 404, "NOT_FOUND");
    }

    @Test
    void largeBodyIsRefusedBeforeItComes() throws Exception {
        HttpClientRequest request = client.open(path("feedback"), signed(bytes("")));
        request.putHeader("content-length", Integer.toString(FOUR_MEBIBYTES + 1));
        request.sendHead();

        assertProblem(answerOf(request), 413, "REQUEST_ENTITY_TOO_LARGE");
    }

    @Test
    void largeBodyOfUnknownLengthIsRefusedOnceItIsTooLarge() throws Exception {
        HttpClientRequest request = client.open(path("feedback"), signed(bytes("")));
        for (int sent = 0; sent <= FOUR_MEBIBYTES; sent += PART) {
            request.write(Buffer.buffer(new byte[PART]));
        }

        assertProblem(answerOf(request), 413, "REQUEST_ENTITY_TOO_LARGE");
        assertThat(post("feedback", Feedbacks.code("h2-after-large", "0301")).status())
                .isEqualTo(204);
    }

    @Test
    void bodyThatStaysAwayIsRefusedAtItsDeadline() throws Exception {
        HttpClientRequest request = client.open(path("feedback"), signed(bytes("")));
        request.write(Buffer.buffer(new byte[PART]));

        assertProblem(answerOf(request), 408, "REQUEST_TIMEOUT");
    }

    @Test
    void largeBodiesThatAreHeldTakeNoMoreMemoryThanTheirShareAndShutNobodyOut() throws Exception {
        List<HttpClientRequest> held = new ArrayList<>();
        for (int call = 0; call < 20; call++) {
            HttpClientRequest request = client.open(path("feedback"), signed(bytes("")));
            request.write(Buffer.buffer(new byte[FOUR_MEBIBYTES - 1000]));
            held.add(request);
        }

        // Large bodies get three quarters of 32 MiB: six of these. The others are refused.
        await().atMost(PATIENCE).until(() -> refusedForMemory(held) >= 3);
        assertThat(memory.held()).isPositive().isLessThanOrEqualTo(24L << 20);
        callBack(Feedbacks.code("h2-meanwhile", "0301")).then().statusCode(204);
        assertThat(post("feedback", Feedbacks.code("h2-meanwhile-2", "0301")).status())
                .isEqualTo(204);
    }

    private static long refusedForMemory(List<HttpClientRequest> requests) {
        return requests.stream()
                .map(HttpClientRequest::response)
                .filter(response -> response.succeeded() && response.result().statusCode() == 503)
                .count();
    }

    private Answer post(String path, String text) throws Exception {
        byte[] body = bytes(text);
        return client.post(path(path), signed(body), body);
    }

    private static String path(String last) {
        return "/v1/institutions/" + BANK + "/" + last;
    }

    private static Map<String, String> signed(byte[] body) {
        Instant at = now();
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", "m-1");
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", TestBed.signature(BANK).sign("m-1", at, body));
        return headers;
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.body()).contains("\"" + code + "\"").doesNotContain("Exception", "\tat ");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith(PROBLEM);
    }
}
