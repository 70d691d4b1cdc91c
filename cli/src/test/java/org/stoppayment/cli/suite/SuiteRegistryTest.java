package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.formats.RegisteredInstitution;
import org.stoppayment.formats.RegistryFile;

/** What institutions a suite starts with, and with which secrets. */
class SuiteRegistryTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String OWN_SECRET = "whsec_YSBzZWNyZXQgb2YgbXkgb3duIGJhbms=";

    @TempDir
    private Path temporary;

    private StateDirectory directory;

    @BeforeEach
    void makeDirectory() {
        directory = new StateDirectory(temporary.resolve("state"));
        directory.create();
    }

    @Test
    void secretsAreMadeForTheSuiteAndNoneOfThePublishedOnesIsUsed() throws IOException {
        write(Optional.empty());

        String published = Files.readString(REPOSITORY.resolve("config/institutions.yaml"));
        assertThat(secretsOf(directory.registry()))
                .hasSize(11)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).startsWith("whsec_").hasSize(50))
                .noneMatch(published::contains);
        assertThat(secretsOf(directory.simulated())).isEqualTo(secretsOf(directory.registry()));
        for (Path file : List.of(directory.registry(), directory.simulated(), directory.secrets())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as("%s", file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void secretsStayWhenTheSuiteStartsAgain() throws IOException {
        write(Optional.empty());
        List<String> first = secretsOf(directory.registry());
        directory.clear();

        write(Optional.empty());

        assertThat(secretsOf(directory.registry())).isEqualTo(first);
    }

    @Test
    void aRegistryOfTheCallerIsUsedAndOnlyWhatHasNoEndpointOfItsOwnIsSimulated() throws IOException {
        Path own = Files.writeString(temporary.resolve("own.yaml"), """
                defaults: {timeout: PT1S}
                institutions:
                  - {code: "102100099996", name: 我的银行, kind: BANK, bins: ["622202"], endpoint: "https://bank.example/api", secret: %s}
                  - {code: "103100000026", name: 农业银行, kind: BANK, bins: ["622848"]}
                  - {code: "104100000004", name: 中国银行, kind: BANK, endpoint: "http://127.0.0.1:18103", secret: %s}
                """.formatted(OWN_SECRET, OWN_SECRET));

        write(Optional.of(own));

        List<RegisteredInstitution> all =
                RegistryFile.read(directory.registry()).readAll();
        assertThat(all)
                .extracting(each -> each.code().value() + " " + each.endpoint())
                .containsExactly(
                        "102100099996 https://bank.example/api",
                        "103100000026 http://127.0.0.1:30000",
                        "104100000004 http://127.0.0.1:30001");
        assertThat(all.get(0).secret()).isEqualTo(OWN_SECRET);
        assertThat(all.get(1).secret()).isNotEqualTo(OWN_SECRET);
        assertThat(all.get(2).secret()).as("given").isEqualTo(OWN_SECRET);
        assertThat(all.get(0).limits().timeout()).hasSeconds(1);
        assertThat(Registry.simulatedIn(directory).codes()).containsExactly("103100000026", "104100000004");
    }

    @Test
    void aWrongRegistryIsRefusedWithEveryFindingAndNothingIsWritten() throws IOException {
        Path own = Files.writeString(temporary.resolve("own.yaml"), """
                institutions:
                  - {code: "102100099995", kind: SHOP, endpoint: "ftp://x", secret: hush-hush, colour: red}
                  - nothing
                """);

        CliException refused = catchThrowableOfType(CliException.class, () -> write(Optional.of(own)));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.getMessage().lines()).hasSize(8).first().isEqualTo(own + ":");
        assertThat(refused.getMessage())
                .contains(
                        "institutions[0].code: 102100099995 (expected: ",
                        "institutions[0].name: none (expected: ",
                        "institutions[0].kind: SHOP (expected: ",
                        "institutions[0].endpoint: *** (expected: ",
                        "institutions[0].secret: *** (expected: ",
                        "institutions[0].colour: unknown key",
                        "institutions[1]: *** (expected: an object)")
                .doesNotContain("hush-hush");
        assertThat(directory.registry()).doesNotExist();
        assertThat(directory.secrets()).doesNotExist();
    }

    @Test
    void aRegistryThatIsNotThereIsNamed() {
        CliException refused =
                catchThrowableOfType(CliException.class, () -> write(Optional.of(temporary.resolve("no-such.yaml"))));

        assertThat(refused).hasMessageContaining("no-such.yaml: cannot be read");
    }

    @Test
    void whatWasConnectedIsThereAfterTheNextStartAndIsNotSimulated() throws IOException {
        Files.writeString(directory.connected(), """
                institutions:
                  - {code: "102100099996", name: 我的银行, kind: BANK, bins: ["622202"], endpoint: "http://127.0.0.1:8080", secret: %s}
                  - {code: "Z0000000000777", name: 新, kind: PAYMENT, endpoint: "http://127.0.0.1:8081", secret: %s}
                """.formatted(OWN_SECRET, OWN_SECRET));

        write(Optional.empty());

        assertThat(RegistryFile.read(directory.registry()).readAll())
                .hasSize(12)
                .extracting(each -> each.endpoint().toString())
                .startsWith("http://127.0.0.1:8080", "http://127.0.0.1:30000")
                .endsWith("http://127.0.0.1:8081");
        assertThat(Registry.simulatedIn(directory).codes()).hasSize(10).doesNotContain("102100099996");
    }

    private void write(Optional<Path> own) {
        SuiteOptions options = SuiteOptions.ordinary(REPOSITORY, directory).withRegistry(own);
        SuiteRegistry registry = SuiteRegistry.read(options);
        registry.write(IntStream.range(0, registry.simulated())
                .map(i -> 30_000 + i)
                .boxed()
                .toList());
    }

    private static List<String> secretsOf(Path file) throws IOException {
        return RegistryFile.read(file).readAll().stream()
                .map(RegisteredInstitution::secret)
                .toList();
    }
}
