package org.stoppayment.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stoppayment.kernel.CertificateSubject;

/** A certificate authority. Who needs another certificate later keeps {@link #own}, or makes a new authority. ECDSA with P-256. */
public final class CertificateAuthority {

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 120;

    /** Clocks of a few machines differ by seconds. */
    private static final Duration BACKDATED = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final X500Principal name;
    private final KeyPair keys;
    private final Instant now;
    private final Instant end;
    private final String certificate;

    /**
     * A new authority.
     *
     * @param name its common name
     * @param now the present
     * @param validity of its own certificate
     */
    public CertificateAuthority(String name, Instant now, Duration validity) {
        this.name = new X500Principal("CN=" + name);
        this.now = now;
        this.end = now.plus(validity);
        keys = newKeys();
        try {
            X509v3CertificateBuilder builder = builder(this.name, keys, validity)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            certificate = signed(builder);
        } catch (IOException e) {
            throw new IllegalStateException("certificate authority: " + name + " cannot be made", e);
        }
    }

    private CertificateAuthority(X509Certificate own, PrivateKey key, Instant now) {
        this.name = own.getSubjectX500Principal();
        this.keys = new KeyPair(own.getPublicKey(), key);
        this.now = now;
        this.end = own.getNotAfter().toInstant();
        this.certificate = Pem.text("CERTIFICATE", Pem.encoded(own));
    }

    /**
     * The authority that {@link #own} was of.
     *
     * @param certificate file of its certificate; others may follow
     * @param key file of its key
     * @param now the present
     * @throws IOException when a file cannot be read
     * @throws UnusablePemException when a file has other content
     */
    public static CertificateAuthority read(Path certificate, Path key, Instant now) throws IOException {
        X509Certificate own =
                (X509Certificate) PemFiles.certificates(certificate).get(0);
        return new CertificateAuthority(own, PemFiles.key(key, own), now);
    }

    /** Its own certificate and key. Whoever has the key can be anybody. */
    public IssuedCertificate own() {
        return new IssuedCertificate(
                certificate, Pem.text("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /** When its own certificate ends, and with it all that it issued. */
    public Instant end() {
        return end;
    }

    /** Its own certificate as PEM: what those trust who trust what it issues. */
    public String certificate() {
        return certificate;
    }

    /**
     * Its own certificate, and those in a text of before that have not ended: who trusts them accepts what was issued before, too.
     *
     * @throws IllegalArgumentException when a certificate of before is broken
     */
    public String certificateAndThoseOf(String before) {
        return Stream.concat(
                        Stream.of(certificate),
                        Pem.certificates(before).stream()
                                .filter(each -> each instanceof X509Certificate x509
                                        && x509.getNotAfter().toInstant().isAfter(now))
                                .map(each -> Pem.text("CERTIFICATE", Pem.encoded(each))))
                .distinct()
                .collect(Collectors.joining());
    }

    /**
     * Issues a certificate for both ends of a connection.
     *
     * @param subject whom it is for
     * @param dnsNames names under which a client reaches the subject, may be empty
     * @param addresses IP addresses under which a client reaches it, may be empty
     * @param validity from now
     */
    public IssuedCertificate issue(
            CertificateSubject subject, Set<String> dnsNames, Set<String> addresses, Duration validity) {
        try {
            KeyPair own = newKeys();
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(new X500Principal(subject.distinguishedName()), own, validity)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            extensions.createAuthorityKeyIdentifier(keys.getPublic()));
            if (!dnsNames.isEmpty() || !addresses.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(dnsNames, addresses));
            }
            return new IssuedCertificate(
                    signed(builder), Pem.text("PRIVATE KEY", own.getPrivate().getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("certificate: " + subject + " cannot be issued", e);
        }
    }

    private static GeneralNames names(Set<String> dnsNames, Set<String> addresses) {
        return new GeneralNames(Stream.concat(
                        dnsNames.stream().sorted().map(dns -> new GeneralName(GeneralName.dNSName, dns)),
                        addresses.stream().sorted().map(ip -> new GeneralName(GeneralName.iPAddress, ip)))
                .toArray(GeneralName[]::new));
    }

    private X509v3CertificateBuilder builder(X500Principal subject, KeyPair own, Duration validity) {
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, random),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(validity)),
                subject,
                own.getPublic());
    }

    private String signed(X509v3CertificateBuilder builder) {
        try {
            return Pem.text(
                    "CERTIFICATE",
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())))
                            .getEncoded());
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("certificate cannot be signed", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys cannot be made", e);
        }
    }
}
