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
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;

/** Hostile bytes at the packaged gateway: what the class loaders of a test inside the service do not show. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class CallbackEdgeIT {

    private static final int TIMEOUT_MILLIS = 10_000;

    private static final String ICBC = "102100099996";

    private final URI gateway;
    private final SSLContext certificates;

    CallbackEdgeIT(RunningSuite running) {
        gateway = running.suite().callbackAddress();
        certificates = running.suite()
                .directory()
                .certificates()
                .identity(CertificateFiles.institution(ICBC))
                .context();
    }

    @Test
    void requestWithTwoLengthsIsRefusedAndWhatFollowsItIsNotAnswered() throws Exception {
        String two = "POST /v1/institutions/102100099996/feedback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        String next = "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = certificates.getSocketFactory().createSocket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write((two + next).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answers).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
        }
    }

    @Test
    void javasClientAsItIsByDefaultIsAnswered() throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(certificates).build();
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/institutions/102100099996/refund-feedback"))
                .timeout(Duration.ofMillis(TIMEOUT_MILLIS))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("INVALID_SIGNATURE");
    }
}
