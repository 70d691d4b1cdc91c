package org.stoppayment.cli.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.certificates.CertificateAuthority;
import org.stoppayment.certificates.IssuedCertificate;
import org.stoppayment.cli.files.PrivateFile;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;

/**
 * Makes the certificates of a suite, by an authority of its own. They are made when the suite has none, and anew when the authority ends
 * soon. Its key is kept, so that institutions and dispatch systems can be given certificates while the suite runs: who reads the state
 * directory of a suite may do everything with it anyway.
 */
public final class SuiteCertificates {

    private static final Duration VALIDITY = Duration.ofDays(30);

    private final CertificateFiles files;
    private final InstantSource clock;

    /** Those in these files. */
    public SuiteCertificates(CertificateFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Makes what is missing, or all of it anew.
     *
     * @param subjects who must have a certificate
     * @param trusted is run when a new authority is in the file of trusted ones, and nobody has a certificate of it yet
     * @return when they end, empty unless they were made by a new authority
     */
    public Optional<Instant> provide(Collection<CertificateSubject> subjects, Runnable trusted) {
        Optional<CertificateAuthority> kept = authority().filter(authority -> !endsSoon(authority.end()));
        CertificateAuthority authority = kept.orElseGet(() -> newAuthority(trusted));
        subjects.stream()
                .filter(subject -> kept.isEmpty() || !isUsable(subject))
                .forEach(subject -> issue(authority, subject, files));
        return kept.isPresent() ? Optional.empty() : Optional.of(authority.end());
    }

    /**
     * Issues a certificate, in the place of one that the subject may have.
     *
     * @param target where it, its key and the authorities are written
     * @return when it ends
     * @throws CliException when the suite has no authority that can issue it
     */
    public Instant issue(CertificateSubject subject, CertificateFiles target) {
        CertificateAuthority authority =
                authority().orElseThrow(() -> CliException.failed(CertificateText.NO_AUTHORITY, files.authorityKey()));
        issue(authority, subject, target);
        text(files.authorities()).ifPresent(authorities -> write(target.authorities(), authorities));
        return authority.end();
    }

    private CertificateAuthority newAuthority(Runnable trusted) {
        PrivateFile.directory(files.directory());
        Instant now = clock.instant();
        CertificateAuthority authority = new CertificateAuthority("stop payment suite since " + now, now, VALIDITY);
        write(files.authorities(), trustedWith(authority));
        write(files.authorityKey(), authority.own().key());
        trusted.run();
        return authority;
    }

    private String trustedWith(CertificateAuthority authority) {
        try {
            return authority.certificateAndThoseOf(text(files.authorities()).orElse(""));
        } catch (IllegalArgumentException broken) {
            return authority.certificate();
        }
    }

    /** The authority that issues; empty when there is none, or its files do not fit each other. */
    private Optional<CertificateAuthority> authority() {
        try {
            return Optional.of(CertificateAuthority.read(files.authorities(), files.authorityKey(), clock.instant()));
        } catch (IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private boolean isUsable(CertificateSubject subject) {
        try {
            return !endsSoon(files.end(subject));
        } catch (CliException unusable) {
            return false;
        }
    }

    private boolean endsSoon(Instant end) {
        return CertificateFiles.isDue(end, clock.instant());
    }

    /** It ends when the authority does. Who listens has names; callers need none. */
    private void issue(CertificateAuthority authority, CertificateSubject subject, CertificateFiles target) {
        Duration validity = Duration.between(clock.instant(), authority.end());
        IssuedCertificate issued = subject.kind() == Kind.SERVICE
                ? authority.issue(subject, Set.of(subject.name(), "localhost"), Set.of("127.0.0.1"), validity)
                : authority.issue(subject, Set.of(), Set.of(), validity);
        write(target.key(subject), issued.key());
        write(target.certificate(subject), issued.certificate());
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String content) {
        PrivateFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
