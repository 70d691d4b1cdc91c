package org.stoppayment.gateway.banks.rest.callback.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.Http2Client;
import org.stoppayment.gateway.testkit.RawClient;
import org.stoppayment.kit.testing.TestCertificates;

/**
 * A server of Vert.x with the extension. In a Quarkus test Netty has a class loader of its own, which does not see the extension; the
 * packaged service is tested by the system tests.
 */
class StrictFramingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String CHUNKED = "0\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private URL address;

    @BeforeEach
    void listen() throws Exception {
        HttpServer server = vertx.createHttpServer(TestCertificates.server(new HttpServerOptions(), Callbacks.BANK))
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        address = new URL("https://127.0.0.1:" + server.actualPort());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5"
            })
    void bothLengthsAreInvalidAndNothingAfterThemIsRead(String headers) throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(post(headers) + CHUNKED + REQUEST);

            assertThat(client.readUntilClosed(PATIENCE))
                    .startsWith("HTTP/1.1 400")
                    .containsOnlyOnce("HTTP/1.1 ");
        }
    }

    @Test
    void bothLengthsAreInvalidOnAConnectionThatIsInUse() throws Exception {
        try (RawClient client = new RawClient(address)) {
            assertThat(client.send(REQUEST).readNow(PATIENCE)).startsWith("HTTP/1.1 200");
            client.send(post("Content-Length: 5\r\nTransfer-Encoding: chunked") + CHUNKED + REQUEST);

            assertThat(client.readUntilClosed(PATIENCE))
                    .contains("HTTP/1.1 400")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void usualRequestsAreReadAsBefore() throws Exception {
        try (RawClient client = new RawClient(address)) {
            assertThat(client.send(post("Content-Length: 5") + "12345").readNow(PATIENCE))
                    .startsWith("HTTP/1.1 200");
            assertThat(client.send(post("Transfer-Encoding: chunked") + "2\r\n{}\r\n" + CHUNKED)
                            .readNow(PATIENCE))
                    .startsWith("HTTP/1.1 200");
            client.send("P").readNow(Duration.ofMillis(50));
            client.send("UT / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(client.readUntilClosed(PATIENCE)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void clientThatSpeaksHttp1IsHeard() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TestCertificates.context(TestCertificates.institution(Callbacks.BANK)))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.toString()))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        for (int call = 0; call < 3; call++) {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void clientThatSpeaksHttp2IsHeard() throws Exception {
        try (Http2Client client = new Http2Client(address)) {
            assertThat(client.post("/", Map.of(), new byte[2]).status()).isEqualTo(200);
        }
    }

    private static String post(String headers) {
        return "POST / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n";
    }
}
