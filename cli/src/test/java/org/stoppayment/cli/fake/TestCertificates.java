package org.stoppayment.cli.fake;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.stoppayment.certificates.CertificateAuthority;
import org.stoppayment.certificates.IssuedCertificate;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.settings.Settings;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;

/** The certificates with which fake services and the command know each other, made once a JVM. */
public final class TestCertificates {

    private static final Duration DAY = Duration.ofDays(1);

    /** Fake services answer for all of them at one port. */
    private static final Set<String> SERVICES =
            Set.of("case-intake", "account-freeze", "bank-gateway", "fund-recovery");

    private static final CertificateAuthority AUTHORITY = newAuthority();
    private static final IssuedCertificate COMMAND = issued(AUTHORITY, CertificateFiles.COMMAND, DAY);

    private TestCertificates() {}

    /** Another authority, which nobody trusts. */
    public static CertificateAuthority newAuthority() {
        return new CertificateAuthority("tests", SystemTime.SOURCE.instant(), DAY);
    }

    /** Writes the files of the command, as a suite has them. */
    public static void write(CertificateFiles files) {
        write(files, AUTHORITY, COMMAND);
    }

    /** The same with a certificate of another authority, or for another time, while the command trusts the usual one. */
    public static void write(CertificateFiles files, CertificateAuthority issuer, Duration validity) {
        write(files, AUTHORITY, issued(issuer, CertificateFiles.COMMAND, validity));
    }

    /** The same with an authority that the command trusts in the place of the usual one. */
    public static void writeTrusting(CertificateFiles files, CertificateAuthority trusted) {
        write(files, trusted, COMMAND);
    }

    private static void write(CertificateFiles files, CertificateAuthority trusted, IssuedCertificate own) {
        try {
            Files.createDirectories(files.directory());
            Files.writeString(files.authorities(), trusted.certificate());
            Files.writeString(files.certificate(CertificateFiles.COMMAND), own.certificate());
            Files.writeString(files.key(CertificateFiles.COMMAND), own.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IssuedCertificate issued(
            CertificateAuthority authority, CertificateSubject subject, Duration validity) {
        return authority.issue(subject, Set.of(), Set.of(), validity);
    }

    /** What fake services of this JVM show and trust. */
    static SslContext ofAllServices() {
        return serving(SERVICES);
    }

    /** What a server shows and trusts whose certificate has these names only. */
    public static SslContext serving(Set<String> names) {
        IssuedCertificate server =
                AUTHORITY.issue(new CertificateSubject(Kind.SERVICE, "case-intake"), names, Set.of("127.0.0.1"), DAY);
        try {
            return context(SslContextBuilder.forServer(stream(server.certificate()), stream(server.key()))
                    .trustManager(stream(AUTHORITY.certificate())));
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a process of a suite shows and trusts, by its environment. */
    static SslContext ofThisProcess() {
        try {
            PemIdentity own = PemIdentity.read(
                    file(Settings.TLS_CERTIFICATE), file(Settings.TLS_KEY), file(Settings.TLS_AUTHORITIES));
            return context(SslContextBuilder.forServer(own.keys()).trustManager(own.trust()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String setting) {
        return Path.of(System.getenv(setting));
    }

    private static SslContext context(SslContextBuilder builder) throws SSLException {
        return GrpcSslContexts.configure(builder, SslProvider.JDK)
                .protocols("TLSv1.3")
                .clientAuth(ClientAuth.REQUIRE)
                .build();
    }

    private static ByteArrayInputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
