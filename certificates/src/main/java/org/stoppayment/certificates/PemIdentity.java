package org.stoppayment.certificates;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** One end of mutual TLS: its certificate with the private key, and the authorities whose certificates it trusts. */
public final class PemIdentity {

    private static final String ENTRY = "own";

    /** The key store exists in memory only. */
    private static final char[] NO_PASSWORD = new char[0];

    private final X509Certificate certificate;
    private final KeyManagerFactory keys;
    private final TrustManagerFactory trust;

    private PemIdentity(X509Certificate certificate, KeyManagerFactory keys, TrustManagerFactory trust) {
        this.certificate = certificate;
        this.keys = keys;
        this.trust = trust;
    }

    /**
     * Reads PEM files.
     *
     * @param certificate the certificate, followed by those between it and the authority
     * @param key its private key, EC, as PKCS #8
     * @param authorities certificates of authorities
     * @throws IOException when a file cannot be read
     * @throws UnusablePemException when a file has other content
     */
    public static PemIdentity read(Path certificate, Path key, Path authorities) throws IOException {
        List<Certificate> chain = PemFiles.certificates(certificate);
        return of(chain, PemFiles.key(key, chain.get(0)), PemFiles.certificates(authorities));
    }

    private static PemIdentity of(List<Certificate> chain, PrivateKey key, List<Certificate> authorities) {
        try {
            KeyStore own = empty();
            own.setKeyEntry(ENTRY, key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            KeyStore trusted = empty();
            for (int i = 0; i < authorities.size(); i++) {
                trusted.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return new PemIdentity((X509Certificate) chain.get(0), keys, trust);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("certificate and key cannot be used", e);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** What proves that it is the subject of its certificate. */
    public KeyManagerFactory keys() {
        return keys;
    }

    /** What checks the certificate of the other end. */
    public TrustManagerFactory trust() {
        return trust;
    }

    /** A context for either end of connections. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS 1.3 cannot be used", e);
        }
    }
}
