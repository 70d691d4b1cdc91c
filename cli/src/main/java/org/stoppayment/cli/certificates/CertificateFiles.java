package org.stoppayment.cli.certificates;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.certificates.UnusablePemException;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;

/**
 * The files of a suite's certificates, all PEM: one with the authorities that are trusted, and for each who has a certificate one with
 * it and one with its key. The certificate of a service has its name, such as {@code case-intake.crt}.
 *
 * @param directory where they are
 */
public record CertificateFiles(Path directory) {

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(10);

    /** Whose certificate the command itself has. */
    public static final CertificateSubject COMMAND = new CertificateSubject(Kind.COMMAND, "command");

    /** Whose certificate the examples of a dispatch system have. */
    public static final CertificateSubject DISPATCH = new CertificateSubject(Kind.DISPATCH, "dispatch");

    /** An institution of the suite. */
    public static CertificateSubject institution(String code) {
        return new CertificateSubject(Kind.INSTITUTION, code);
    }

    /** The authorities that everybody of the suite trusts; the first is the one that issues. */
    public Path authorities() {
        return directory.resolve("authorities.crt");
    }

    /** The key of the authority that issues. */
    Path authorityKey() {
        return directory.resolve("authority.key");
    }

    /** The certificate of a subject. */
    public Path certificate(CertificateSubject subject) {
        return directory.resolve(fileName(subject) + ".crt");
    }

    /** The key of a subject's certificate, a secret. */
    public Path key(CertificateSubject subject) {
        return directory.resolve(fileName(subject) + ".key");
    }

    private static String fileName(CertificateSubject subject) {
        return switch (subject.kind()) {
            case SERVICE -> subject.name();
            case INSTITUTION -> "institution-" + subject.name();
            case DISPATCH -> subject.equals(DISPATCH) ? subject.name() : "dispatch-" + subject.name();
            case COMMAND -> subject.equals(COMMAND) ? subject.name() : "command-" + subject.name();
        };
    }

    /**
     * What proves that a caller is the subject, and whom it trusts.
     *
     * @throws CliException with the file that is missing, unreadable, of another content, or out of date
     */
    public PemIdentity identity(CertificateSubject subject) {
        PemIdentity identity = read(subject);
        Instant now = SystemTime.SOURCE.instant();
        Instant begin = identity.certificate().getNotBefore().toInstant();
        Instant end = identity.certificate().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw failed(CertificateText.ENDED, certificate(subject), end);
        }
        if (now.isBefore(begin)) {
            throw failed(CertificateText.NOT_YET_VALID, certificate(subject), begin);
        }
        return identity;
    }

    /** When the certificate of a subject ends; throws as {@link #identity} does. */
    public Instant end(CertificateSubject subject) {
        return identity(subject).certificate().getNotAfter().toInstant();
    }

    /** True when it is time to make a certificate anew that ends then. */
    public static boolean isDue(Instant end, Instant now) {
        return now.plus(RENEWED_BEFORE_END).isAfter(end);
    }

    private PemIdentity read(CertificateSubject subject) {
        try {
            return PemIdentity.read(certificate(subject), key(subject), authorities());
        } catch (UnusablePemException unusable) {
            throw CliException.failed(
                    switch (unusable.expected()) {
                        case CERTIFICATES -> CertificateText.NOT_CERTIFICATES;
                        case KEY -> CertificateText.NOT_A_KEY;
                        case KEY_OF_CERTIFICATE -> CertificateText.OTHER_KEY;
                    },
                    unusable.file());
        } catch (NoSuchFileException missing) {
            throw CliException.failed(CertificateText.MISSING, missing.getFile());
        } catch (FileSystemException unreadable) {
            throw CliException.failed(CertificateText.UNREADABLE, unreadable.getFile(), SystemReason.of(unreadable));
        } catch (IOException unreadable) {
            throw CliException.failed(CertificateText.UNREADABLE, directory, SystemReason.of(unreadable));
        }
    }

    private static CliException failed(CertificateText what, Path file, Instant moment) {
        return new CliException(ExitCode.FAILED, texts -> texts.of(what, file.toString(), texts.moment(moment)));
    }
}
