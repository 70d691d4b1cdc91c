package org.stoppayment.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.command.Terminal;
import org.stoppayment.cli.fake.FakeServices;
import org.stoppayment.cli.fake.TestCertificates;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.FakeSuiteState;
import org.stoppayment.cli.suite.FreePorts;

/** What the command says when it and a service do not accept each other. */
class MutualTlsTest {

    @TempDir
    private Path directory;

    private Server server;
    private CertificateFiles files;
    private Terminal terminal;

    private void serve(String... names) {
        int port = FreePorts.find(1).get(0);
        server = new FakeServices().serve(port, TestCertificates.serving(Set.of(names)));
        FakeSuiteState.write(directory, port, 1);
        files = new CertificateFiles(directory.resolve("tls"));
        terminal = new Terminal(directory).with("STOPPAY_STATE", directory.toString());
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void aServiceWithItsNameIsAsked() {
        serve("case-intake");

        assertThat(terminal.run("list")).as(terminal.err()).isZero();
    }

    @Test
    void anotherServiceAtItsAddressIsNotAsked() {
        serve("account-freeze");

        assertThat(terminal.run("list")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err())
                .contains("its certificate is that of another service", "command.crt")
                .doesNotContain("Exception");
    }

    @Test
    void aServiceThatRefusesTheCertificateOfTheCommandSaysSo() {
        serve("case-intake");
        TestCertificates.write(files, TestCertificates.newAuthority(), Duration.ofDays(1));

        assertThat(terminal.run("list")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err())
                .contains("connection with intake: it refused the certificate of this command (")
                .contains("command.crt")
                .doesNotContain("Exception");
        assertThat(terminal.run("list", "--lang", "zh")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("对方拒绝了本命令的证书");
    }

    @Test
    void aServiceOfAnotherAuthorityIsNotTrusted() {
        serve("case-intake");
        TestCertificates.writeTrusting(files, TestCertificates.newAuthority());

        assertThat(terminal.run("list")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("its certificate is not trusted").doesNotContain("Exception:");
    }

    @Test
    void aCertificateThatHasEndedIsNamedBeforeAnythingIsSent() {
        serve("case-intake");
        TestCertificates.write(files, TestCertificates.newAuthority(), Duration.ofSeconds(-1));

        assertThat(terminal.run("list")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("command.crt: the certificate ended at", "stoppay up");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        serve("case-intake");
        Files.delete(files.key(CertificateFiles.COMMAND));

        assertThat(terminal.run("list")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("command.key: no such file");
    }
}
