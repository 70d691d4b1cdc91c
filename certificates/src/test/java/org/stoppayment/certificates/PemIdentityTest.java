package org.stoppayment.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;

/** Two ends of a connection with certificates of an authority, over real sockets. */
class PemIdentityTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final CertificateSubject FREEZE = new CertificateSubject(Kind.SERVICE, "account-freeze");
    private static final CertificateSubject INTAKE = new CertificateSubject(Kind.SERVICE, "case-intake");

    @TempDir
    Path directory;

    private final CertificateAuthority authority = new CertificateAuthority("Test", SystemTime.SOURCE.instant(), DAY);

    @Test
    void eachEndKnowsTheOther() throws Exception {
        assertThat(subjectThatServerSees(
                        identity(authority, FREEZE, DAY), identity(authority, INTAKE, DAY), "account-freeze"))
                .contains(INTAKE);
    }

    @Test
    void aServerOfAnotherNameIsNotTalkedTo() {
        assertThatThrownBy(() -> subjectThatServerSees(
                        identity(authority, FREEZE, DAY), identity(authority, INTAKE, DAY), "bank-gateway"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("bank-gateway");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        CertificateAuthority other = new CertificateAuthority("Test", SystemTime.SOURCE.instant(), DAY);

        assertThatThrownBy(() -> subjectThatServerSees(
                        identity(authority, FREEZE, DAY), identity(other, INTAKE, DAY), "account-freeze"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("certificate");
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertThatThrownBy(() -> subjectThatServerSees(
                        identity(authority, FREEZE, Duration.ofSeconds(-1)),
                        identity(authority, INTAKE, DAY),
                        "account-freeze"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void filesWithOtherContentAreNamed() throws IOException {
        Path other = Files.writeString(directory.resolve("other.pem"), "no PEM");
        Path certificate = Files.writeString(directory.resolve("authority.pem"), authority.certificate());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemIdentity.read(other, other, certificate))
                .withMessageContaining("other.pem")
                .withMessageContaining("certificates as PEM");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemIdentity.read(certificate, other, certificate))
                .withMessageContaining("one EC private key");
    }

    @Test
    void aKeyOfAnotherCertificateIsNamed() throws IOException {
        Path authorities = Files.writeString(directory.resolve("authority.pem"), authority.certificate());
        Path certificate = Files.writeString(
                directory.resolve("freeze.crt"),
                authority.issue(FREEZE, Set.of(), Set.of(), DAY).certificate());
        Path key = Files.writeString(
                directory.resolve("other.key"),
                authority.issue(FREEZE, Set.of(), Set.of(), DAY).key());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemIdentity.read(certificate, key, authorities))
                .withMessageContaining("other.key")
                .withMessageContaining("the private key of the certificate");
    }

    @Test
    void anAuthorityThatWasKeptIssuesCertificatesAsBefore() throws Exception {
        CertificateAuthority kept = kept(authority.own());

        assertThat(subjectThatServerSees(
                        identity(authority, FREEZE, DAY), identity(kept, INTAKE, DAY), "account-freeze"))
                .contains(INTAKE);
        assertThat(kept.end()).isEqualTo(authority.end().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void authoritiesOfBeforeAreTrustedUntilTheyEnd() {
        Instant now = SystemTime.SOURCE.instant();
        CertificateAuthority ended = new CertificateAuthority("Ended", now, Duration.ofSeconds(-1));

        assertThat(authority.certificateAndThoseOf(ended.certificate() + authority.certificate()))
                .isEqualTo(authority.certificate());
        assertThat(new CertificateAuthority("Next", now, DAY).certificateAndThoseOf(authority.certificate()))
                .endsWith(authority.certificate())
                .containsPattern("(?s)BEGIN.*BEGIN");
    }

    @Test
    void aKeyOfAnotherAuthorityIsRefused() {
        CertificateAuthority other = new CertificateAuthority("Test", SystemTime.SOURCE.instant(), DAY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kept(new IssuedCertificate(
                        authority.certificate(), other.own().key())))
                .withMessageContaining("the private key of the certificate");
    }

    private CertificateAuthority kept(IssuedCertificate own) throws IOException {
        return CertificateAuthority.read(
                Files.writeString(directory.resolve("kept.crt"), own.certificate()),
                Files.writeString(directory.resolve("kept.key"), own.key()),
                SystemTime.SOURCE.instant());
    }

    @Test
    void theKeyIsNotInTheText() {
        IssuedCertificate issued = authority.issue(FREEZE, Set.of(), Set.of(), DAY);

        assertThat(issued.toString()).contains("BEGIN CERTIFICATE").doesNotContain("PRIVATE");
    }

    private PemIdentity identity(CertificateAuthority issuer, CertificateSubject subject, Duration validity)
            throws IOException {
        IssuedCertificate issued = issuer.issue(subject, Set.of(subject.name()), Set.of("127.0.0.1"), validity);
        return PemIdentity.read(
                Files.writeString(directory.resolve(subject.name() + ".crt"), issued.certificate()),
                Files.writeString(directory.resolve(subject.name() + ".key"), issued.key()),
                Files.writeString(directory.resolve("authorities.crt"), authority.certificate()));
    }

    private static Optional<CertificateSubject> subjectThatServerSees(
            PemIdentity server, PemIdentity client, String expectedName) throws Exception {
        try (SSLServerSocket listening = (SSLServerSocket)
                server.context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setNeedClientAuth(true);
            CompletableFuture<X509Certificate> seen = CompletableFuture.supplyAsync(() -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    accepted.startHandshake();
                    X509Certificate peer =
                            (X509Certificate) accepted.getSession().getPeerCertificates()[0];
                    accepted.getOutputStream().write(1);
                    return peer;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            try (SSLSocket socket = (SSLSocket) client.context()
                    .getSocketFactory()
                    .createSocket(
                            new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort()),
                            expectedName,
                            listening.getLocalPort(),
                            true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                socket.getInputStream().read();
            }
            return CertificateSubject.of(seen.get().getSubjectX500Principal());
        }
    }
}
