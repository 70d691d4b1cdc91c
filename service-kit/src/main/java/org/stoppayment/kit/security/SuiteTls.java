package org.stoppayment.kit.security;

import io.grpc.netty.GrpcSslContexts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.SslContext;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.CertificateSubject;

/** This service's certificate and the authorities that it trusts: the TLS configuration {@code suite}, reloaded when its files change. */
@Singleton
public class SuiteTls implements TlsIdentity {

    /** Name of the TLS configuration. */
    static final String NAME = "suite";

    private static final String PROTOCOL = "TLSv1.3";

    private static final Logger LOG = Logger.getLogger(SuiteTls.class);

    private final TlsConfig files;
    private final Vertx vertx;
    private volatile Loaded loaded;

    SuiteTls(TlsConfigurationRegistry registry, TlsConfig files, Vertx vertx, MeterRegistry metrics) {
        this.files = files;
        this.vertx = vertx;
        loaded = load(registry.get(NAME).orElseThrow());
        Gauge.builder("stoppayment.certificate.not.after", () -> loaded.notAfter()
                        .getEpochSecond())
                .description("End of the validity of this service's certificate, in seconds since 1970")
                .baseUnit("seconds")
                .register(metrics);
    }

    void reload(@Observes CertificateUpdatedEvent event) {
        if (event.name().equals(NAME)) {
            Loaded now = load(event.tlsConfiguration());
            if (!now.certificates().equals(loaded.certificates())) { // the event comes with every look at the files
                loaded = now;
                LOG.infof("Certificates were read again; that of this service ends at %s", now.notAfter());
            }
        }
    }

    @Override
    public CertificateSubject ownSubject() {
        return loaded.subject();
    }

    @Override
    public SslContext client() {
        return loaded.client();
    }

    private Loaded load(TlsConfiguration configuration) {
        try {
            KeyStore keys = Objects.requireNonNull(configuration.getKeyStore(), "key store");
            KeyStore authorities = Objects.requireNonNull(configuration.getTrustStore(), "trust store");
            X509Certificate own = own(keys);
            return new Loaded(
                    List.of(certificates(keys), certificates(authorities)),
                    subject(own),
                    own.getNotAfter().toInstant(),
                    GrpcSslContexts.forClient()
                            .keyManager(configuration.getKeyStoreOptions().getKeyManagerFactory(vertx))
                            .trustManager(configuration.getTrustStoreOptions().getTrustManagerFactory(vertx))
                            .protocols(PROTOCOL)
                            .build());
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) { // what Vert.x declares
            throw new IllegalStateException(
                    "stoppayment.tls: %s, %s, %s cannot be used (expected: a certificate, its key, authorities; PEM)"
                            .formatted(files.certificate(), files.key(), files.authorities()),
                    e);
        }
    }

    private CertificateSubject subject(X509Certificate own) {
        return CertificateSubject.of(own.getSubjectX500Principal())
                .filter(subject -> subject.kind() == CertificateSubject.Kind.SERVICE)
                .orElseThrow(() -> new IllegalStateException(
                        "stoppayment.tls.certificate: %s says %s (expected: CN=<name of the service>,OU=services)"
                                .formatted(files.certificate(), own.getSubjectX500Principal())));
    }

    private X509Certificate own(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return (X509Certificate) store.getCertificate(alias);
            }
        }
        throw new IllegalStateException(
                "stoppayment.tls.key: %s has none (expected: the key of the certificate)".formatted(files.key()));
    }

    private static Set<Certificate> certificates(KeyStore store) throws GeneralSecurityException {
        Set<Certificate> certificates = new HashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            certificates.add(store.getCertificate(alias));
        }
        return certificates;
    }

    /** {@code certificates}: own ones and authorities. */
    private record Loaded(
            List<Set<Certificate>> certificates, CertificateSubject subject, Instant notAfter, SslContext client) {}
}
