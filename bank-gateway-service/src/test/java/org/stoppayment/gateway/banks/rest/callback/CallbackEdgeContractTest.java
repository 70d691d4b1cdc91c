package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.PROBLEM;
import static org.stoppayment.gateway.testkit.Callbacks.as;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;
import static org.stoppayment.gateway.testkit.Callbacks.bytes;
import static org.stoppayment.gateway.testkit.Callbacks.callBack;
import static org.stoppayment.gateway.testkit.Callbacks.management;
import static org.stoppayment.gateway.testkit.Callbacks.now;
import static org.stoppayment.gateway.testkit.Callbacks.path;
import static org.stoppayment.gateway.testkit.Callbacks.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.RawClient;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;

/** Hostile bytes of one who has a certificate cost little and shut nobody out. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallbackEdgeContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BRIEFLY = Duration.ofMillis(100);
    private static final String PIPELINED = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int NEARLY_FOUR_MEBIBYTES = (4 << 20) - 1000;

    @TestHTTPResource(value = "/", tls = true)
    URL gateway;

    @Inject
    UnsignedBytes memory;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "gzip, chunked", "chunked\r\nTransfer-Encoding: chunked", "xchunked"})
    void otherTransferEncodingsAreRefusedAndNothingAfterThemIsRead(String encoding) throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            client.send(head("Transfer-Encoding: " + encoding + "\r\n") + PIPELINED);

            assertOnlyAnswer(client.readUntilClosed(PATIENCE), 501);
        }
    }

    @Test
    void unsignedBodyIsRefusedBeforeItComes() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            client.send(head("Content-Length: " + NEARLY_FOUR_MEBIBYTES + "\r\n"));

            assertThat(client.readUntilClosed(PATIENCE))
                    .startsWith("HTTP/1.1 401")
                    .contains(PROBLEM, "INVALID_SIGNATURE");
        }
    }

    @Test
    void bodyForAnotherPathIsRefusedBeforeItComes() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            client.send("POST /v1/stops HTTP/1.1\r\nHost: x\r\nContent-Type: application/grpc\r\nContent-Length: "
                    + NEARLY_FOUR_MEBIBYTES + "\r\n\r\n");

            assertThat(client.readUntilClosed(PATIENCE))
                    .startsWith("HTTP/1.1 404")
                    .contains(PROBLEM, "NOT_FOUND");
        }
    }

    @Test
    void manyLargeBodiesThatAreHeldTakeNoMoreMemoryThanTheirShareAndShutNobodyOut() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        Set<RawClient> refused = new HashSet<>();
        byte[] body = new byte[NEARLY_FOUR_MEBIBYTES];
        try {
            for (int client = 0; client < 20; client++) {
                clients.add(holding(body));
            }
            // Large bodies get three quarters of 32 MiB: six of these. The others are refused.
            await().atMost(PATIENCE).until(() -> refusedForMemory(clients, refused) >= 3);
            assertThat(memory.held()).isLessThanOrEqualTo(24L << 20);

            management().get("/q/health").then().statusCode(200);
            callBack(Feedbacks.code("meanwhile", "0301")).then().statusCode(204);
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
        await("memory is given back").atMost(PATIENCE).until(() -> memory.held() == 0);
    }

    @Test
    void bodyThatDribblesInIsRefusedAtItsDeadline() throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            client.send(head(plausible(BANK) + "Content-Length: 1000\r\n"));
            String answer = "";
            long byteCount = 0;
            while (answer.isEmpty() && byteCount < 90) {
                client.send(" ");
                byteCount++;
                answer = client.readNow(BRIEFLY);
            }

            assertThat(answer).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
        }
        await("memory is given back").atMost(PATIENCE).until(() -> memory.held() == 0);
    }

    @Test
    void tooManyWrongSignaturesAreRefusedUnreadAndOtherInstitutionsAreNot() {
        String bank = TestBed.code(41);
        byte[] body = bytes(Feedbacks.code("too-often", "0301"));
        Response last = send(bank, "m-1", now(), TestBed.signature(BANK).sign("m-1", now(), body), body);
        for (int attempt = 1; attempt < 400 && last.statusCode() == 401; attempt++) {
            last = send(bank, "m-1", now(), TestBed.signature(BANK).sign("m-1", now(), body), body);
        }

        assertProblem(last, 429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(last.getHeader("Retry-After"))).isBetween(1, 11);
        callBack(Feedbacks.code("other", "0301")).then().statusCode(204);
        await("the limit recovers")
                .atMost(PATIENCE)
                .until(() -> send(bank, "m-1", now(), TestBed.signature(bank).sign("m-1", now(), body), body)
                                .statusCode()
                        == 204);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, text/xml",
        "Content-Type, application/json; charset=GBK",
        "Content-Type, application/grpc",
        "Content-Encoding, gzip"
    })
    void otherTypesAndEncodingsAreRefused(String header, String value) throws Exception {
        try (RawClient client = new RawClient(gateway)) {
            client.send(head(plausible(BANK) + header + ": " + value + "\r\nContent-Length: 2\r\n") + "{}");

            assertThat(client.readUntilClosed(PATIENCE))
                    .startsWith("HTTP/1.1 415")
                    .contains(PROBLEM, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void wrongMethodIsToldTheRightOne(String method) {
        as(BANK).request(method, path(BANK))
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .header("Allow", equalTo("POST"));
    }

    private RawClient holding(byte[] body) throws IOException {
        RawClient client = new RawClient(gateway);
        client.send(head(plausible(BANK) + "Content-Length: " + (body.length + 1) + "\r\n"));
        try {
            client.send(body);
        } catch (IOException refused) {
            return client; // the answer was there before the end of the body
        }
        return client;
    }

    /** Adds those that have been answered with 503, or cut off before they could read it, and returns their number. */
    private static int refusedForMemory(List<RawClient> clients, Set<RawClient> refused) {
        for (RawClient client : clients) {
            if (client.isCutOff() || client.readNow(Duration.ofMillis(20)).startsWith("HTTP/1.1 503")) {
                refused.add(client);
            }
        }
        return refused.size();
    }

    private static void assertOnlyAnswer(String answers, int status) {
        assertThat(answers).startsWith("HTTP/1.1 " + status).containsOnlyOnce("HTTP/1.1 ");
    }

    /** The head of a callback. */
    private static String head(String headers) {
        return "POST " + path(BANK) + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    }

    /** Headers with a signature of the right form, of another body. */
    private static String plausible(String bank) {
        return "webhook-id: m-1\r\nwebhook-timestamp: " + now().getEpochSecond() + "\r\nwebhook-signature: "
                + TestBed.signature(bank).sign("m-1", now(), bytes("another body")) + "\r\n";
    }
}
