package org.stoppayment.certificates;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import org.stoppayment.certificates.UnusablePemException.Expected;

/** Reads certificates and keys from PEM files; an exception names the file. */
final class PemFiles {

    private PemFiles() {}

    static List<Certificate> certificates(Path file) throws IOException {
        List<Certificate> certificates;
        try {
            certificates = Pem.certificates(Files.readString(file));
        } catch (IllegalArgumentException | MalformedInputException noText) {
            throw new UnusablePemException(file, Expected.CERTIFICATES, noText);
        }
        if (certificates.isEmpty()) {
            throw new UnusablePemException(file, Expected.CERTIFICATES, null);
        }
        return certificates;
    }

    /** The key of a certificate. */
    static PrivateKey key(Path file, Certificate certificate) throws IOException {
        try {
            PrivateKey key = Pem.key(Files.readString(file))
                    .orElseThrow(() -> new UnusablePemException(file, Expected.KEY, null));
            if (!KeyMatch.isKeyOf(certificate, key)) {
                throw new UnusablePemException(file, Expected.KEY_OF_CERTIFICATE, null);
            }
            return key;
        } catch (MalformedInputException noText) {
            throw new UnusablePemException(file, Expected.KEY, noText);
        }
    }
}
