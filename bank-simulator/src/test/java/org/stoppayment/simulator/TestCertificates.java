package org.stoppayment.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.stoppayment.certificates.CertificateAuthority;
import org.stoppayment.certificates.IssuedCertificate;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;

/** A directory of certificates as a suite has it, with an authority of its own. */
final class TestCertificates {

    private static final Duration DAY = Duration.ofDays(1);

    private final CertificateAuthority authority = new CertificateAuthority("tests", SystemTime.SOURCE.instant(), DAY);
    private final Path directory;

    TestCertificates(Path directory) {
        this.directory = directory;
        write("authorities.crt", authority.certificate());
    }

    /** Writes those of institutions. */
    TestCertificates of(List<String> codes) {
        codes.forEach(code -> {
            IssuedCertificate issued =
                    authority.issue(new CertificateSubject(Kind.INSTITUTION, code), Set.of(), Set.of(), DAY);
            write("institution-" + code + ".key", issued.key());
            write("institution-" + code + ".crt", issued.certificate());
        });
        return this;
    }

    /** What the gateway shows, and whom it trusts. */
    PemIdentity gateway() throws IOException {
        IssuedCertificate issued = authority.issue(
                new CertificateSubject(Kind.SERVICE, "bank-gateway"),
                Set.of("bank-gateway", "localhost"),
                Set.of("127.0.0.1"),
                DAY);
        return PemIdentity.read(
                write("bank-gateway.crt", issued.certificate()),
                write("bank-gateway.key", issued.key()),
                directory.resolve("authorities.crt"));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
