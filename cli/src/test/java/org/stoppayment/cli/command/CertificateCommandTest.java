package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.certificates.SuiteCertificates;
import org.stoppayment.cli.fake.FakeGateway;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.SystemTime;

/** {@code stoppay certificate}: those who connect from outside get certificates of the running suite. */
class CertificateCommandTest extends CommandTestBase {

    private CertificateFiles files;

    @BeforeEach
    void makeAuthority() {
        files = new CertificateFiles(directory.resolve("state").resolve("tls"));
        new SuiteCertificates(files, SystemTime.SOURCE).provide(List.of(), () -> {});
    }

    @Test
    void anInstitutionGetsOneAndTheKeyIsInItsFileOnly() throws IOException {
        assertThat(terminal.run("certificate", "institution", FakeGateway.CODE)).isZero();

        CertificateSubject bank = CertificateFiles.institution(FakeGateway.CODE);
        assertThat(CertificateSubject.of(files.identity(bank).certificate().getSubjectX500Principal()))
                .contains(bank);
        String key = Files.readString(files.key(bank)).lines().toList().get(1);
        assertThat(terminal.out())
                .contains("institution-" + FakeGateway.CODE + ".crt", "institution-" + FakeGateway.CODE + ".key")
                .contains("authorities.crt")
                .doesNotContain(key);
    }

    @Test
    void aDispatchSystemGetsOneInADirectoryOfItsOwn() {
        Path own = directory.resolve("for").resolve("shanghai");

        assertThat(terminal.run("certificate", "dispatch", "shanghai-110", "--directory", own.toString(), "-o", "json"))
                .isZero();

        CertificateSubject dispatch = new CertificateSubject(Kind.DISPATCH, "shanghai-110");
        assertThat(CertificateSubject.of(new CertificateFiles(own)
                        .identity(dispatch)
                        .certificate()
                        .getSubjectX500Principal()))
                .contains(dispatch);
        assertThat(terminal.out())
                .contains("\"key\" : ", "dispatch-shanghai-110.key")
                .doesNotContain("PRIVATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"institution Z0000000000777", "dispatch Shanghai", "dispatch ../x", "dispatch -x-"})
    void whoIsUnknownOrHasNoNameGetsNone(String arguments) {
        assertThat(terminal.run(("certificate " + arguments).split(" ", -1))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void withoutAnAuthorityThereIsNone() throws IOException {
        Files.delete(files.directory().resolve("authority.key"));

        assertThat(terminal.run("certificate", "institution", FakeGateway.CODE)).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("authority.key", "fix: ");
    }
}
