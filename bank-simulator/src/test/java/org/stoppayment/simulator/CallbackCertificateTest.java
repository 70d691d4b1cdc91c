package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.simulator.institution.CallbackClients;

/** The certificates that simulated institutions show to a gateway that asks for them. */
@Timeout(60)
class CallbackCertificateTest {

    private static final String ICBC = "102100099996";
    private static final String ABC = "103100000026";

    private final List<X509Certificate> seen = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private TestCertificates certificates;
    private HttpsServer gateway;
    private CallbackClients clients;

    @BeforeEach
    void serve() throws IOException {
        certificates = new TestCertificates(folder).of(List.of(ICBC, ABC));
        SSLContext context = certificates.gateway().context();
        gateway = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters required = context.getDefaultSSLParameters();
                required.setNeedClientAuth(true);
                required.setProtocols(new String[] {"TLSv1.3"});
                parameters.setSSLParameters(required);
            }
        });
        gateway.createContext("/", this::answer);
        gateway.start();
        clients = new CallbackClients(Optional.of(folder));
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        seen.add((X509Certificate) ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0]);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void eachInstitutionShowsItsOwn() throws Exception {
        callBack(clients.of(ICBC));
        callBack(clients.of(ABC));

        assertThat(seen)
                .extracting(each -> CertificateSubject.of(each.getSubjectX500Principal())
                        .orElseThrow()
                        .name())
                .containsExactly(ICBC, ABC);
    }

    @Test
    void oneThatIsReplacedIsReadAgain() throws Exception {
        callBack(clients.of(ICBC));
        certificates.of(List.of(ICBC));
        Files.setLastModifiedTime(folder.resolve("institution-" + ICBC + ".crt"), FileTime.fromMillis(1));
        callBack(clients.of(ICBC));
        callBack(clients.of(ICBC));

        assertThat(seen.get(1)).isNotEqualTo(seen.get(0)).isEqualTo(seen.get(2));
    }

    @Test
    void aGatewayOfAnotherAuthorityIsNotTold() {
        new TestCertificates(folder).of(List.of(ICBC));

        assertThatThrownBy(() -> callBack(clients.of(ICBC))).isInstanceOf(SSLException.class);
        assertThat(seen).isEmpty();
    }

    private void callBack(HttpClient client) throws IOException, InterruptedException {
        URI uri = URI.create("https://127.0.0.1:" + gateway.getAddress().getPort() + "/");
        assertThat(client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }
}
