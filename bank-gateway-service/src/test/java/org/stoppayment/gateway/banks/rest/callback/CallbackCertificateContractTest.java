package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.as;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;
import static org.stoppayment.gateway.testkit.Callbacks.bytes;
import static org.stoppayment.gateway.testkit.Callbacks.now;
import static org.stoppayment.gateway.testkit.Callbacks.path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.testing.TestCertificates;

/** Who is let in to call back, before any signature is looked at. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallbackCertificateContractTest {

    private static final String OTHER_BANK = TestBed.code(2);

    TestBed bed;

    @TestHTTPResource(value = "/", tls = true)
    URL gateway;

    @Test
    void aBankWithTheCertificateOfAnotherIsToldThatItIsUnknown() {
        Response known = signed(OTHER_BANK, BANK, "for-another");
        Response unknown = signed(OTHER_BANK, "999999999999", "for-nobody");

        assertProblem(known, 404, "INSTITUTION_NOT_KNOWN");
        assertThat(known.asString().replace(BANK, ""))
                .isEqualTo(unknown.asString().replace("999999999999", ""));
        assertThat(bed.freeze.recorded("for-another")).isEmpty();
    }

    @Test
    void aServiceSpeaksForNoBank() throws Exception {
        SSLContext service = TestCertificates.context(TestCertificates.service(ServiceNames.ACCOUNT_FREEZE));

        assertThat(request(service, "TLSv1.3")).startsWith("HTTP/1.1 404");
    }

    @Test
    void whoHasNoCertificateIsNotHeard() throws Exception {
        assertThatThrownBy(() -> request(withoutCertificate(), "TLSv1.3"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotHeard() {
        SSLContext bank = TestCertificates.ofAnotherAuthority(TestCertificates.institution(BANK));

        assertThatThrownBy(() -> request(bank, "TLSv1.3")).isInstanceOf(SSLException.class);
    }

    @Test
    void anExpiredCertificateIsNotHeard() {
        SSLContext bank = TestCertificates.expired(TestCertificates.institution(BANK));

        assertThatThrownBy(() -> request(bank, "TLSv1.3"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.1"})
    void olderProtocolsAreRefused(String protocol) {
        SSLContext bank = TestCertificates.context(TestCertificates.institution(BANK));

        assertThatThrownBy(() -> request(bank, protocol)).isInstanceOf(SSLException.class);
    }

    @Test
    void plaintextIsNotAnswered() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP");
        }
    }

    /** A callback for {@code bank} with the signature of that bank and the certificate of {@code caller}. */
    private static Response signed(String caller, String bank, String applicationId) {
        byte[] body = bytes(Feedbacks.code(applicationId, "0301"));
        Instant at = now();
        return as(caller)
                .contentType("application/json")
                .header("webhook-id", "m-1")
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", TestBed.signature(bank).sign("m-1", at, body))
                .body(body)
                .post(path(bank));
    }

    private String request(SSLContext context, String protocol) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(gateway.getHost(), gateway.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.getOutputStream()
                    .write(("POST " + path(BANK)
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext withoutCertificate() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsEverybody()}, new SecureRandom());
        return context;
    }

    private static final class TrustsEverybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
