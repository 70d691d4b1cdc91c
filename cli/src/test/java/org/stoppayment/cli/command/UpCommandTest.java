package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.FakeHome;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.StateDirectory;
import org.stoppayment.cli.suite.Suite;

class UpCommandTest {

    @TempDir
    private Path directory;

    private Path home;
    private Terminal terminal;

    @BeforeEach
    void makeRepository() throws IOException {
        home = FakeHome.below(directory);
        terminal = new Terminal(home).with("STOPPAY_STATE", ".stoppay");
    }

    @AfterEach
    void stopSuite() {
        terminal.run("down");
    }

    private Suite suite() {
        return Suite.attach(new StateDirectory(home.resolve(".stoppay")), Progress.SILENT)
                .orElseThrow();
    }

    @Test
    void onARunningSuiteStoppedServicesAreStartedAgain() {
        terminal.run("up", "--detach", "--ports", "free");
        suite().kill(ServiceName.FREEZE);
        assertThat(terminal.run("status")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("start again what is down with: ./stoppay up");

        assertThat(terminal.run("up")).isZero();

        assertThat(terminal.err()).contains("started again: freeze");
        assertThat(terminal.run("status")).isZero();
        assertThat(terminal.run("up")).isZero();
        assertThat(terminal.err()).contains("started again: nothing, all processes are running");
    }

    @Test
    void statusSaysThatAServiceRanOutOfMemory() throws IOException {
        terminal.run("up", "--detach", "--ports", "free");
        suite().kill(ServiceName.GATEWAY);
        Files.writeString(
                suite().directory().log("gateway"),
                "Terminating due to java.lang.OutOfMemoryError: Java heap space\n",
                StandardOpenOption.APPEND);

        assertThat(terminal.run("status")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("gateway ran out of memory (see docs/operations/README.md#out-of-memory)");
    }

    @Test
    void freshStartIsRefusedWhileTheSuiteIsRunning() {
        terminal.run("up", "--detach", "--ports", "free");

        assertThat(terminal.run("up", "--fresh")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("already running");
    }

    @Test
    void aWrongRegistryIsNamedBeforeAnythingStarts() throws IOException {
        Files.writeString(home.resolve("config/institutions.yaml"), "institutions: [{code: \"999\", secret: x}]");

        assertThat(terminal.run("up", "--detach")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .contains("institutions[0].code: 999 (expected: ", "institutions[0].name: none (expected: ")
                .doesNotContain("Usage:");
    }

    @Test
    void aRegistryOfTheCallerIsUsed() throws IOException {
        Files.writeString(home.resolve("own.yaml"), """
                institutions:
                  - {code: "102100099996", name: 我的银行, kind: BANK, endpoint: "http://127.0.0.1:8080"}
                  - {code: "103100000026", name: 农业银行, kind: BANK}
                """.replace(
                        "8080\"", "8080\", secret: whsec_YSBzZWNyZXQgb2YgbXkgb3duIGJhbms="));
        terminal.with("STOPPAYMENT_REGISTRY", "own.yaml");

        assertThat(terminal.run("up", "--detach", "--ports", "free")).isZero();

        assertThat(Files.readString(suite().directory().registry()))
                .contains("102100099996", "http://127.0.0.1:8080", "103100000026")
                .doesNotContain("104100000004");
        assertThat(terminal.run("bank", "secret", "102100099996")).isZero();
        assertThat(terminal.out()).isEqualToIgnoringNewLines("whsec_YSBzZWNyZXQgb2YgbXkgb3duIGJhbms=");
    }

    @Test
    void aWrongRegistryOfTheCallerIsNamedBeforeAnythingStarts() throws IOException {
        Files.writeString(home.resolve("own.yaml"), "institutions: [{code: \"102100099996\", kind: SHOP}]");
        terminal.with("STOPPAYMENT_REGISTRY", "own.yaml");

        assertThat(terminal.run("up", "--detach", "--ports", "free")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err())
                .contains(
                        home.resolve("own.yaml") + ":",
                        "institutions[0].name: none (expected: ",
                        "institutions[0].kind: SHOP (expected: ");
        assertThat(Suite.attach(new StateDirectory(home.resolve(".stoppay")), Progress.SILENT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"up --detach --ports free", "demo --exit", "drill --seed 7", "run case.json --world w.json"})
    void aWrongVariableIsNamedBeforeAnythingStarts(String command) {
        terminal.with("STOPPAYMENT_FREEZE_LEASES", "PT8S");

        assertThat(terminal.run(command.split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err())
                .contains("STOPPAYMENT_FREEZE_LEASES: unknown variable", "STOPPAYMENT_FREEZE_LEASE?")
                .doesNotContain("starting");
        assertThat(home.resolve(".stoppay")).doesNotExist();
    }
}
