package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** Hostile bytes at the packaged gateway: what the class loaders of a test inside the service do not show. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class CallbackEdgeIT {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final URI gateway;

    CallbackEdgeIT(RunningSuite running) {
        gateway = running.suite().httpAddress(ServiceName.GATEWAY);
    }

    @Test
    void requestWithTwoLengthsIsRefusedAndWhatFollowsItIsNotAnswered() throws Exception {
        String two = "POST /v1/institutions/102100099996/feedback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        String next = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write((two + next).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answers).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
        }
    }

    @Test
    void javasClientAsItIsByDefaultIsAnsweredOverHttp1() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/institutions/102100099996/refund-feedback"))
                .timeout(Duration.ofMillis(TIMEOUT_MILLIS))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("INVALID_SIGNATURE");
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
}
