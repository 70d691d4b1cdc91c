package org.stoppayment.certificates;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of RFC 7468. */
final class Pem {

    private static final int LINE = 64;
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /** Bytes as text of that label. */
    static String text(String label, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, ENCODER.encodeToString(content));
    }

    /** The certificate as bytes. */
    static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("certificate cannot be encoded", e);
        }
    }

    /**
     * The certificates in a text, in order; none when it has none.
     *
     * @throws IllegalArgumentException when one is broken
     */
    static List<Certificate> certificates(String text) {
        List<Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] der : contents("CERTIFICATE", text)) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("certificate as PEM cannot be read", e);
        }
        return certificates;
    }

    /** The one private key in a text; empty when it has none or several, or another kind of key. */
    static Optional<PrivateKey> key(String text) {
        List<byte[]> keys = contents("PRIVATE KEY", text);
        if (keys.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(keys.get(0))));
        } catch (GeneralSecurityException noSuchKey) {
            return Optional.empty();
        }
    }

    private static List<byte[]> contents(String label, String text) {
        List<byte[]> found = new ArrayList<>();
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(text);
        while (block.find()) {
            found.add(Base64.getMimeDecoder().decode(block.group(1)));
        }
        return found;
    }
}
