package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.FakeGateway;
import org.stoppayment.cli.output.ExitCode;

/** {@code stoppay bank}: an institution is connected, its secret, accounts that always answer the same. */
class BankCommandTest extends CommandTestBase {

    private static final String OTHER = "Z0000000000777";
    private Path state;

    @BeforeEach
    void findState() {
        state = directory.resolve("state");
    }

    @Test
    void anInstitutionInAFileIsConnectedAndTheGatewayIsTold() throws IOException {
        Path file = Files.writeString(
                directory.resolve("mine.yaml"),
                "{code: " + OTHER + ", name: 我的银行, kind: PAYMENT, endpoint: \"http://127.0.0.1:8080\", secret: "
                        + SECRET + "}");

        assertThat(terminal.run("bank", "add", file.toString())).isZero();

        assertThat(terminal.out())
                .contains("connected: " + OTHER + " 我的银行 at http://127.0.0.1:8080")
                .doesNotContain(SECRET);
        assertThat(terminal.err())
                .contains("bank secret " + OTHER, "bank try " + OTHER)
                .doesNotContain(SECRET);
        assertThat(services.gateway().reloads()).isEqualTo(1);
        assertThat(terminal.run("bank", "secret", OTHER)).isZero();
        assertThat(terminal.out()).isEqualToIgnoringNewLines(SECRET);
    }

    @Test
    void anInstitutionByOptionsTakesThePlaceOfTheSimulatedOne() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");

        assertThat(terminal.run(
                        "bank",
                        "add",
                        "--code",
                        FakeGateway.CODE,
                        "--name",
                        "我的银行",
                        "--short-name",
                        "MINE",
                        "--bin",
                        "622202",
                        "--url",
                        "http://127.0.0.1:8080",
                        "--secret-file",
                        secret.toString()))
                .isZero();

        assertThat(terminal.out()).startsWith("connected in the place of the one with its code: " + FakeGateway.CODE);
        assertThat(terminal.run("institutions", "list")).isZero();
        assertThat(terminal.out())
                .contains(FakeGateway.CODE, "http://127.0.0.1:8080", "connected", "go out")
                .doesNotContain(SECRET, "simulated");
    }

    @Test
    void everyFindingIsSaidByItsOptionAndNothingChanges() throws IOException {
        String before = Files.readString(state.resolve("institutions.yaml"));

        assertThat(terminal.run(
                        "bank", "add", "--code", "102100099995", "--url", "ftp://x", "--bin", "1", "--kind", "SHOP"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err())
                .contains(
                        "nothing was changed",
                        "  --code: 102100099995 (expected: ",
                        "  --name: none (expected: ",
                        "  --kind: SHOP (expected: ",
                        "  --bin[0]: 1 (expected: ",
                        "  --url: *** (expected: ");
        assertThat(Files.readString(state.resolve("institutions.yaml"))).isEqualTo(before);
        assertThat(services.gateway().reloads()).isZero();
    }

    @Test
    void findingsOfAFileAreSaidInTheLanguageOfThePerson() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "{code: \"102100099995\", kind: BANK}");

        assertThat(terminal.run("--lang", "zh", "bank", "add", file.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err())
                .contains("未作任何更改", "  code：102100099995（格式不符", "  endpoint：无（未填")
                .doesNotContain("institutions[0]", "bank number", "without user");
    }

    @Test
    void whatTheGatewayRefusesIsTakenBack() throws IOException {
        services.gateway().refuseReloads();

        assertThat(terminal.run("bank", "add", "--code", OTHER, "--name", "新", "--url", "http://127.0.0.1:8080"))
                .isEqualTo(ExitCode.REFUSED);

        assertThat(Files.readString(state.resolve("institutions.yaml"))).doesNotContain(OTHER);
        assertThat(state.resolve("connected.yaml")).doesNotExist();
    }

    @Test
    void aGatewayThatIsAwayReadsTheRegistryWhenItStarts() throws IOException {
        server.shutdownNow();

        assertThat(terminal.run("bank", "add", "--code", OTHER, "--name", "新", "--url", "http://127.0.0.1:8080"))
                .isZero();

        assertThat(terminal.err()).contains("the gateway does not answer");
        assertThat(Files.readString(state.resolve("institutions.yaml"))).contains(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank add", "bank add x.yaml --code 1"})
    void eitherAFileOrOptionsAreGiven(String line) {
        assertThat(terminal.run(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("stoppay: FILE: with or without options");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "just text              | no institution",
                "institutions: []       | no institution",
                "{a: 1, institutions: [{}]} | no institution",
                "'{'                    | not YAML"
            })
    void aFileWithoutInstitutionsIsRefused(String text, String said) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), text);

        assertThat(terminal.run("bank", "add", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("mine.yaml").contains(said);
    }

    @Test
    void magicAccountsAreListed() {
        assertThat(terminal.run("bank", "magic")).isZero();
        assertThat(terminal.out())
                .contains("6299990000000000079", "DUPLICATE_CALLBACK", "called back twice", "NEW_ONE");
    }

    @Test
    void anUnknownCodeHasNoSecret() {
        assertThat(terminal.run("bank", "secret", "Z9")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("CODE: Z9 (expected: ");
    }
}
