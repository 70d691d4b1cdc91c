package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BankSimulatorCommandTest {

    private static final String REGISTRY = "--registry ../config/institutions.yaml ";

    private static final String AT_FREE_PORT = " --control-port 0 --gateway https://127.0.0.1:1 --certificates .";

    private final StringWriter out = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void helpListsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--registry",
                        "--control-port",
                        "--gateway",
                        "--certificates",
                        "--open-accounts",
                        "--seed",
                        "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                REGISTRY,
                REGISTRY + "--control-port 0",
                REGISTRY + "--control-port 0 --gateway https://127.0.0.1:1",
                REGISTRY + "--certificates . --control-port x --gateway https://127.0.0.1:1",
                REGISTRY + "--certificates . --control-port 70000 --gateway https://127.0.0.1:1",
                REGISTRY + "--certificates . --control-port 0 --gateway nowhere",
                REGISTRY + "--certificates . --control-port 0 --gateway http://127.0.0.1:1",
                REGISTRY + "--certificates . --control-port 0 --gateway https://127.0.0.1:1 --nonsense"
            })
    void wrongUsageExitsWith2(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out.toString()).contains("Usage: bank-simulator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.yaml", "pom.xml"})
    void fileThatIsNotARegistryExitsWith2AndTheReasonWithoutTheUsage(String file) {
        assertThat(run("--registry " + file + AT_FREE_PORT)).isEqualTo(2);
        assertThat(out.toString())
                .contains("--registry: " + file, "(expected: ")
                .doesNotContain("Usage:");
    }

    @Test
    void invalidRegistryExitsWith2AndListsEveryFieldOnce() throws IOException {
        Path registry = Files.writeString(folder.resolve("registry.yaml"), """
                institutions:
                  - {code: "999", endpoint: "http://127.0.0.1:1", secret: short}
                """);

        assertThat(run("--registry " + registry + AT_FREE_PORT)).isEqualTo(2);
        assertThat(out.toString().lines())
                .containsExactly(
                        "--registry: " + registry,
                        "  institutions[0].code: 999 (expected: in quotes, a 12-digit bank number with a right check digit, or Z and 13 digits)",
                        "  institutions[0].secret: *** (expected: whsec_ and base64 of 16 bytes or more)");
    }

    @Test
    void missingCertificateExitsWith2AndNamesTheFile() {
        new TestCertificates(folder).of(List.of("103100000026"));

        assertThat(run(REGISTRY + "--control-port 0 --gateway https://127.0.0.1:1 --certificates " + folder))
                .isEqualTo(2);
        assertThat(out.toString()).contains("--certificates: " + folder, "institution-102100099996.crt");
    }

    @Test
    void takenPortExitsWith1AndLeavesNoPortOpen() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int freePort = free.getLocalPort();
            free.close();
            Path registry =
                    Files.writeString(folder.resolve("registry.yaml"), """
                    institutions:
                      - {code: "102100099996", endpoint: "http://127.0.0.1:%d", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
                      - {code: "103100000026", endpoint: "http://127.0.0.1:%d", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
                    """.formatted(taken.getLocalPort(), freePort));

            new TestCertificates(folder).of(List.of("102100099996", "103100000026"));
            assertThat(run("--registry " + registry + " --control-port 0 --gateway https://127.0.0.1:1 --certificates "
                            + folder))
                    .isEqualTo(1);

            try (ServerSocket again = new ServerSocket(freePort, 1, InetAddress.getLoopbackAddress())) {
                assertThat(again.isBound()).isTrue();
            }
        }
    }

    private int run(String arguments) {
        PrintWriter writer = new PrintWriter(out);
        return new CommandLine(new BankSimulatorCommand())
                .setOut(writer)
                .setErr(writer)
                .execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    }
}
