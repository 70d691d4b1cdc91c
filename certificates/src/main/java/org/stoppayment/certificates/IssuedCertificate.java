package org.stoppayment.certificates;

/**
 * A certificate and its private key, both as PEM.
 *
 * @param certificate the X.509 certificate
 * @param key the private key (PKCS #8), a secret
 */
public record IssuedCertificate(String certificate, String key) {

    /** Without the key. */
    @Override
    public String toString() {
        return certificate;
    }
}
