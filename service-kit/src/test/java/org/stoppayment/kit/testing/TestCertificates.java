package org.stoppayment.kit.testing;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.stoppayment.certificates.CertificateAuthority;
import org.stoppayment.certificates.IssuedCertificate;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.grpc.Peers;
import org.stoppayment.kit.security.TlsIdentity;

/**
 * Certificates of one authority for all tests of this process. They are files, since a test and the service under test have a class loader each.
 */
public final class TestCertificates {

    /** The command, which may call what people may. */
    public static final CertificateSubject COMMAND = new CertificateSubject(Kind.COMMAND, "command");

    /** A dispatch system. */
    public static final CertificateSubject DISPATCH = new CertificateSubject(Kind.DISPATCH, "dispatch");

    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final String PROTOCOL = "TLSv1.3";
    private static final Path DIRECTORY =
            Path.of("target", "tls", String.valueOf(ProcessHandle.current().pid()));
    private static final Path AUTHORITY = DIRECTORY.resolve("authority.crt");
    private static final Path AUTHORITY_KEY = DIRECTORY.resolve("authority.key");

    private TestCertificates() {}

    /** A service of that name. */
    public static CertificateSubject service(String name) {
        return new CertificateSubject(Kind.SERVICE, name);
    }

    /** An institution of that code. */
    public static CertificateSubject institution(String code) {
        return new CertificateSubject(Kind.INSTITUTION, code);
    }

    /** Settings with which a service under test has its certificate. */
    public static Map<String, String> settings(String service) {
        CertificateSubject subject = service(service);
        of(subject);
        return Map.of(
                "stoppayment.tls.certificate", file(subject, "crt").toString(),
                "stoppayment.tls.key", file(subject, "key").toString(),
                "stoppayment.tls.authorities", AUTHORITY.toAbsolutePath().toString());
    }

    /** The certificate of a subject, made when it has none yet. It serves the names of the subject and of this host. */
    public static synchronized PemIdentity of(CertificateSubject subject) {
        try {
            if (!Files.exists(file(subject, "crt"))) {
                write(
                        authority().issue(subject, Set.of(subject.name(), "localhost"), Set.of("127.0.0.1"), VALIDITY),
                        file(subject, "crt"),
                        file(subject, "key"));
            }
            return PemIdentity.read(file(subject, "crt"), file(subject, "key"), AUTHORITY);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The connections that a subject opens. */
    public static Peers peers(CertificateSubject subject) {
        SslContext client = client(subject);
        return new Peers(new TlsIdentity() {
            @Override
            public CertificateSubject ownSubject() {
                return subject;
            }

            @Override
            public SslContext client() {
                return client;
            }
        });
    }

    /** For servers that stand in for a service. */
    public static SslContext server(String service) {
        PemIdentity identity = of(service(service));
        return built(GrpcSslContexts.configure(SslContextBuilder.forServer(identity.keys())
                .trustManager(identity.trust())
                .protocols(PROTOCOL)
                .clientAuth(ClientAuth.REQUIRE)));
    }

    /** For gRPC clients. */
    public static SslContext client(CertificateSubject caller) {
        PemIdentity identity = of(caller);
        return built(GrpcSslContexts.forClient()
                .keyManager(identity.keys())
                .trustManager(identity.trust())
                .protocols(PROTOCOL));
    }

    /** A connection of {@code caller} to a service on a port of this host. */
    public static NettyChannelBuilder channel(CertificateSubject caller, String service, int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .sslContext(client(caller))
                .overrideAuthority(service);
    }

    /** For HTTP servers that an institution's certificate serves. */
    public static HttpServerOptions server(HttpServerOptions options, String institutionCode) {
        CertificateSubject subject = institution(institutionCode);
        of(subject);
        return options.setSsl(true)
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(Set.of(PROTOCOL))
                .setKeyCertOptions(key(subject));
    }

    private static PemKeyCertOptions key(CertificateSubject subject) {
        return new PemKeyCertOptions()
                .setCertPath(file(subject, "crt").toString())
                .setKeyPath(file(subject, "key").toString());
    }

    /** For any other end of a connection. */
    public static SSLContext context(CertificateSubject subject) {
        return of(subject).context();
    }

    /** The same with a certificate of an authority that nobody trusts. */
    public static SSLContext ofAnotherAuthority(CertificateSubject subject) {
        return issued(new CertificateAuthority("Strangers", SystemTime.SOURCE.instant(), VALIDITY), subject, VALIDITY)
                .context();
    }

    /** The same with a certificate whose time is over. */
    public static SSLContext expired(CertificateSubject subject) {
        try {
            return issued(authority(), subject, Duration.ofSeconds(-1)).context();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A certificate that is not kept; its owner trusts the usual authority. */
    private static PemIdentity issued(CertificateAuthority issuer, CertificateSubject subject, Duration validity) {
        of(subject); // so that the directory and the authority are there
        try {
            Path directory = Files.createTempDirectory(DIRECTORY, "issued");
            Path certificate = directory.resolve("own.crt");
            Path key = directory.resolve("own.key");
            write(issuer.issue(subject, Set.of(), Set.of(), validity), certificate, key);
            return PemIdentity.read(certificate, key, AUTHORITY);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** For HTTP/2 clients that send what they are told to. They do not check the name of the server. */
    public static HttpClientOptions http2(CertificateSubject caller) {
        of(caller);
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setSsl(true)
                .setEnabledSecureTransportProtocols(Set.of(PROTOCOL))
                .setVerifyHost(false)
                .setKeyCertOptions(key(caller))
                .setTrustOptions(new PemTrustOptions()
                        .addCertPath(AUTHORITY.toAbsolutePath().toString()));
    }

    private static SslContext built(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CertificateAuthority authority() throws IOException {
        if (!Files.exists(AUTHORITY)) {
            Files.createDirectories(DIRECTORY);
            write(
                    new CertificateAuthority("Tests", SystemTime.SOURCE.instant(), VALIDITY).own(),
                    AUTHORITY,
                    AUTHORITY_KEY);
        }
        return CertificateAuthority.read(AUTHORITY, AUTHORITY_KEY, SystemTime.SOURCE.instant());
    }

    private static Path file(CertificateSubject subject, String extension) {
        return DIRECTORY
                .resolve(subject.kind().unit() + "-" + subject.name() + "." + extension)
                .toAbsolutePath();
    }

    /** The certificate last: where it is, the key is, too. */
    private static void write(IssuedCertificate issued, Path certificate, Path key) throws IOException {
        Files.writeString(key, issued.key());
        Path written =
                Files.writeString(certificate.resolveSibling(certificate.getFileName() + ".new"), issued.certificate());
        Files.move(written, certificate, StandardCopyOption.ATOMIC_MOVE);
    }
}
