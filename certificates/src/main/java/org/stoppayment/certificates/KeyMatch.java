package org.stoppayment.certificates;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;

/** Whether a private key is that of a certificate: the two come from two files, one of which may be older than the other. */
final class KeyMatch {

    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    private KeyMatch() {}

    static boolean isKeyOf(Certificate certificate, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(SAMPLE);
            byte[] signed = signer.sign();
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(SAMPLE);
            return verifier.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }
}
