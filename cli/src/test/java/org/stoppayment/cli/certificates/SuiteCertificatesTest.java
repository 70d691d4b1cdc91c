package org.stoppayment.cli.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;

/** When the certificates of a suite are made, kept, and made anew. */
class SuiteCertificatesTest {

    private static final Instant NOW = SystemTime.SOURCE.instant();
    private static final CertificateSubject FREEZE = new CertificateSubject(Kind.SERVICE, "account-freeze");
    private static final CertificateSubject BANK = CertificateFiles.institution("102100099996");

    @TempDir
    private Path directory;

    private CertificateFiles files;

    @BeforeEach
    void nameFiles() {
        files = new CertificateFiles(directory.resolve("tls"));
    }

    /** At a time so long before now. */
    private SuiteCertificates before(Duration ago) {
        return new SuiteCertificates(files, InstantSource.fixed(NOW.minus(ago)));
    }

    private SuiteCertificates now() {
        return before(Duration.ZERO);
    }

    @Test
    void aNewSuiteGetsThemForThirtyDaysAndTheirFilesAreItsOwnersOnly() throws IOException {
        assertThat(now().provide(List.of(CertificateFiles.COMMAND, FREEZE), () -> {}))
                .isPresent();

        X509Certificate freeze = files.identity(FREEZE).certificate();
        assertThat(freeze.getNotAfter().toInstant())
                .isBetween(NOW.plus(Duration.ofDays(30)).minusSeconds(2), NOW.plus(Duration.ofDays(30)));
        assertThat(CertificateSubject.of(freeze.getSubjectX500Principal())).contains(FREEZE);
        assertThat(freeze.toString()).contains("account-freeze", "localhost", "127.0.0.1");
        try (Stream<Path> all = Files.list(files.directory())) {
            assertThat(all).hasSize(6).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void whileTheyAreGoodOnlyMissingOnesAreMade() throws Exception {
        before(Duration.ofDays(19)).provide(List.of(FREEZE), () -> {});
        X509Certificate first = files.identity(FREEZE).certificate();

        assertThat(now().provide(List.of(FREEZE, BANK), () -> {
                    throw new AssertionError("no new authority");
                }))
                .isEmpty();

        assertThat(files.identity(FREEZE).certificate()).isEqualTo(first);
        assertThat(files.identity(BANK).certificate().getNotAfter()).isEqualTo(first.getNotAfter());
        files.identity(BANK).certificate().verify(authority().getPublicKey());
    }

    @Test
    void tenDaysBeforeTheyEndAllAreMadeAnewAndTheOldOnesAreStillTrusted() throws Exception {
        before(Duration.ofDays(21)).provide(List.of(FREEZE), () -> {});
        X509Certificate old = files.identity(FREEZE).certificate();
        AtomicReference<X509Certificate> meanwhile = new AtomicReference<>();

        assertThat(now().provide(
                                List.of(FREEZE),
                                () -> meanwhile.set(files.identity(FREEZE).certificate())))
                .isPresent();

        assertThat(meanwhile.get())
                .as("the new authority is trusted before anybody shows a certificate of it")
                .isEqualTo(old);
        assertThat(files.identity(FREEZE).certificate()).isNotEqualTo(old);
        assertThat(Files.readString(files.authorities()).split("BEGIN", -1)).hasSize(3);
    }

    @Test
    void aKeyOfAnotherCertificateIsReplaced() throws IOException {
        now().provide(List.of(FREEZE, BANK), () -> {});
        Files.copy(files.key(BANK), files.key(FREEZE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> files.identity(FREEZE))
                .withMessageContaining("account-freeze.key")
                .withMessageContaining("the key of another certificate");

        assertThat(now().provide(List.of(FREEZE, BANK), () -> {})).isEmpty();

        assertThat(files.identity(FREEZE)).isNotNull();
    }

    @Test
    void oneThatHasEndedIsNamed() {
        before(Duration.ofDays(31)).provide(List.of(CertificateFiles.COMMAND), () -> {});

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> files.identity(CertificateFiles.COMMAND))
                .withMessageContaining("command.crt: the certificate ended at")
                .withMessageContaining("fix:");
    }

    @Test
    void missingAndBrokenFilesAreNamed() throws IOException {
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> files.identity(CertificateFiles.COMMAND))
                .withMessageContaining("command.crt: no such file");
        now().provide(List.of(CertificateFiles.COMMAND), () -> {});
        Files.writeString(files.authorities(), "nobody");
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> files.identity(CertificateFiles.COMMAND))
                .withMessageContaining("authorities.crt: no certificate");
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> now().issue(BANK, files))
                .withMessageContaining("authority.key");
    }

    private X509Certificate authority() throws Exception {
        try (var in = Files.newInputStream(files.authorities())) {
            return (X509Certificate)
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
