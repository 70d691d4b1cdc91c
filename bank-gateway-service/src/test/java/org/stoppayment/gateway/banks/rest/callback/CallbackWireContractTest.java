package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.testing.TestCertificates;

/** Callbacks on the level of HTTP: size, chunks, paths and methods. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallbackWireContractTest {

    TestBed bed;

    @TestHTTPResource(value = "/", tls = true)
    URL gateway;

    @Test
    void messageOfMoreThanFourMebibytesIsRefused() {
        assertProblem(callBack(Feedbacks.code("large", "0301") + " ".repeat(4 << 20)), 413, "REQUEST_ENTITY_TOO_LARGE");
    }

    @Test
    void messageOfMoreThanFourMebibytesInUnannouncedPartsIsRefused() throws Exception {
        try (Socket socket = TestCertificates.context(TestCertificates.institution(BANK))
                .getSocketFactory()
                .createSocket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST " + path(BANK) + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nwebhook-id: m-1\r\n"
                                    + "webhook-timestamp: " + now().getEpochSecond() + "\r\nwebhook-signature: "
                                    + TestBed.signature(BANK).sign("m-1", now(), bytes("")) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] part = bytes("10000\r\n" + " ".repeat(0x10000) + "\r\n");
            for (int sent = 0; sent < 80; sent++) {
                out.write(part);
            }
            out.write(bytes("0\r\n\r\n"));
            out.flush();
            byte[] head = new byte[200];
            int read = socket.getInputStream().readNBytes(head, 0, head.length);

            assertThat(new String(head, 0, read, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413")
                    .contains(PROBLEM, "REQUEST_ENTITY_TOO_LARGE");
        }
    }

    @Test
    void messageInPartsIsTaken() throws Exception {
        byte[] body = bytes(Feedbacks.code("in-parts", "0301") + " ".repeat(100_000));
        Instant at = now();
        var request = java.net.http.HttpRequest.newBuilder(gateway.toURI().resolve(path(BANK)))
                .header("webhook-id", "m-1")
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", TestBed.signature(BANK).sign("m-1", at, body))
                .expectContinue(true)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body)))
                .build();

        var answer = java.net.http.HttpClient.newBuilder()
                .sslContext(TestCertificates.context(TestCertificates.institution(BANK)))
                .build()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(bed.freeze.recorded("in-parts")).hasSize(1);
    }

    @Test
    void messageOfAlmostFourMebibytesIsTaken() {
        callBack(Feedbacks.code("almost", "0301") + " ".repeat((4 << 20) - 100))
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1", "/v1/institutions/x", "/nothing/here", "/q/nothing", "/v1/institutions/a%2Fb/feedbac"
            })
    void unknownPathIsAProblem(String path) {
        assertProblem(as(BANK).urlEncodingEnabled(false).get(path), 404, "NOT_FOUND");
    }

    @Test
    void wrongMethodIsAProblem() {
        assertProblem(as(BANK).get(path(BANK)), 405, "METHOD_NOT_ALLOWED");
        assertProblem(as(BANK).delete(path(BANK)), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void requestThatIsNotHttpIsNotAnsweredWithHtml() throws Exception {
        try (Socket socket = TestCertificates.context(TestCertificates.institution(BANK))
                .getSocketFactory()
                .createSocket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /v1/%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContainIgnoringCase("<html")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void healthIsUp() {
        management().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }
}
