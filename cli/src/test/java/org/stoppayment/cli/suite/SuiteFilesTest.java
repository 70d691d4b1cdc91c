package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.postgres.DatabaseServer;

class SuiteFilesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path temporary;

    private StateDirectory directory;

    @BeforeEach
    void makeDirectory() {
        directory = new StateDirectory(temporary.resolve("state"));
        directory.create();
    }

    private SuiteState state(Map<String, RecordedProcess> processes) {
        return new SuiteState(
                REPOSITORY.toString(),
                Instant.parse("2026-01-05T08:00:00Z"),
                Ports.defaults(11),
                new DatabaseServer("127.0.0.1", 15432, "stoppayment", "secret"),
                true,
                Map.of("freeze", Map.of("A", "B")),
                processes);
    }

    @Test
    void writtenStateCanBeRead() {
        SuiteState written = state(Map.of("intake", RecordedProcess.of(ProcessHandle.current())));

        directory.write(written);

        assertThat(directory.read()).contains(written);
    }

    @Test
    void stateWithEndedProcessesIsNotARunningSuite() {
        directory.write(state(Map.of("intake", new RecordedProcess(Integer.MAX_VALUE, Instant.EPOCH))));

        assertThat(Suite.attach(directory, Progress.SILENT)).isEmpty();
    }

    @Test
    void processWithReusedIdIsNotOurs() {
        RecordedProcess ours = RecordedProcess.of(ProcessHandle.current());
        RecordedProcess earlier =
                new RecordedProcess(ours.pid(), ours.startedAt().minusSeconds(60));

        assertThat(ours.isAlive()).isTrue();
        assertThat(earlier.isAlive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'startedAt' | '' | suite.json:",
                "management | http | suite.json: management:",
                "postgres | POSTGRES | suite.json: postgres:",
                "pid | PID | suite.json: pid:"
            })
    void aBrokenStateFileIsRefusedWithThePlaceAndTheFix(String part, String instead, String place) throws IOException {
        directory.write(state(Map.of("intake", RecordedProcess.of(ProcessHandle.current()))));
        String written = Files.readString(directory.suiteFile());
        Files.writeString(
                directory.suiteFile(),
                written.replace("\"" + part + "\"", instead.isEmpty() ? "" : "\"" + instead + "\""));

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> directory.read())
                .withMessageContaining(place)
                .withMessageContaining("fix:");
    }

    @Test
    void onlyEndpointsOfTheRegistryAreReplaced() throws IOException {
        Registry registry = Registry.of(REPOSITORY);
        List<Integer> ports = new ArrayList<>();
        registry.codes().forEach(code -> ports.add(30_000 + ports.size()));

        registry.write(ports, directory.registry());

        JsonNode before = new YAMLMapper()
                .readTree(REPOSITORY.resolve("config/institutions.yaml").toFile());
        JsonNode after = new YAMLMapper().readTree(directory.registry().toFile());
        assertThat(after.path("defaults")).isEqualTo(before.path("defaults"));
        assertThat(after.path("institutions")).hasSameSizeAs(before.path("institutions"));
        for (int i = 0; i < ports.size(); i++) {
            JsonNode institution = after.path("institutions").get(i);
            assertThat(institution.path("endpoint").asText()).isEqualTo("http://127.0.0.1:" + ports.get(i));
            for (String field : List.of("code", "name", "kind", "bins", "secret")) {
                assertThat(institution.path(field))
                        .isEqualTo(before.path("institutions").get(i).path(field));
            }
        }
    }

    @Test
    void invalidRegistryIsRefusedWithEveryViolation() throws IOException {
        assertThat(refusalOf("""
            institutions:
              - {code: "102100099995", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
              - {code: 102100099996, secret: hush-hush}
              - {code: "103100000026", secret: whsec_c2ltdWxhdG9yLXNlY3JldC1vZi1JQ0JDLTAwMQ==}
              - {code: "103100000026"}
            """).lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("  institutions[0].code: 102100099995 (expected: "))
                .anyMatch(line -> line.startsWith("  institutions[1].code: 102100099996 (expected: in quotes"))
                .anyMatch(line -> line.startsWith("  institutions[1].secret: *** (expected: "))
                .contains("  institutions[3].code: 103100000026 (expected: not the same as institutions[2].code)")
                .anyMatch(line -> line.startsWith("  institutions[3].secret: none (expected: "))
                .noneMatch(line -> line.contains("hush"));
        assertThat(refusalOf("institutions: []")).contains("institutions: none (expected: ");
        assertThat(refusalOf("institutions: [{secret: hush-hush"))
                .contains(":1:")
                .doesNotContain("hush");
    }

    private String refusalOf(String registry) throws IOException {
        Files.createDirectories(temporary.resolve("config"));
        Files.writeString(temporary.resolve("config/institutions.yaml"), registry);
        CliException refusal = catchThrowableOfType(CliException.class, () -> Registry.of(temporary));
        assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
        return refusal.getMessage();
    }

    @Test
    void theDocumentedPortsAreTheDefaults() {
        Ports ports = Ports.defaults(11);

        assertThat(ports.grpcAddress(ServiceName.INTAKE)).isEqualTo("127.0.0.1:19001");
        assertThat(ports.grpcAddress(ServiceName.RECOVERY)).isEqualTo("127.0.0.1:19004");
        assertThat(ports.callbackAddress()).isEqualTo("https://127.0.0.1:19003");
        assertThat(ports.httpAddress(ServiceName.INTAKE)).isEqualTo("http://127.0.0.1:19101");
        assertThat(ports.httpAddress(ServiceName.RECOVERY)).isEqualTo("http://127.0.0.1:19104");
        assertThat(ports.httpAddress(ServiceName.SIMULATOR)).isEqualTo("http://127.0.0.1:18100");
        assertThat(ports.postgres()).isEqualTo(15432);
        assertThat(ports.institutions()).startsWith(18101).endsWith(18111).hasSize(11);
    }

    @Test
    void freePortsAreAllDifferent() {
        assertThat(Ports.free(11).all(true)).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void tuningVariablesOfTheCallerAreKeptAndOthersAreNot() {
        SuiteOptions options = SuiteOptions.ordinary(REPOSITORY, directory)
                .withVariablesOf(
                        Map.of(
                                "STOPPAYMENT_RULES", "rules/own.yaml",
                                "STOPPAYMENT_FREEZE_ALERT_WEBHOOK", "http://127.0.0.1:1/alerts",
                                "STOPPAYMENT_FREEZE_LEASE", "",
                                "STOPPAYMENT_FREEZE_ADDRESS", "elsewhere:1",
                                "STOPPAYMENT_DB_PASSWORD", "theirs",
                                "STOPPAYMENT_REGISTRY", "theirs",
                                "PATH", "/bin"),
                        temporary);

        assertThat(options.environment().get(ServiceName.FREEZE))
                .containsOnly(
                        Map.entry(
                                "STOPPAYMENT_RULES",
                                temporary.resolve("rules/own.yaml").toString()),
                        Map.entry("STOPPAYMENT_FREEZE_ALERT_WEBHOOK", "http://127.0.0.1:1/alerts"));
        assertThat(options.environment()).doesNotContainKey(ServiceName.SIMULATOR);
    }

    @Test
    void servicesGetTheirPortsDatabaseAndPeers() {
        SuiteState state = state(Map.of());

        assertThat(ServiceCommand.environment(ServiceName.FREEZE, state, directory))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", "19002"),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", "19102"),
                        Map.entry("STOPPAYMENT_TLS_CERTIFICATE", tls("account-freeze.crt")),
                        Map.entry("STOPPAYMENT_TLS_KEY", tls("account-freeze.key")),
                        Map.entry("STOPPAYMENT_TLS_AUTHORITIES", tls("authorities.crt")),
                        Map.entry("QUARKUS_GRPC_SERVER_ENABLE_REFLECTION_SERVICE", "true"),
                        Map.entry("STOPPAYMENT_DB_ADDRESS", "127.0.0.1:15432"),
                        Map.entry("STOPPAYMENT_DB_NAME", "stoppayment_freeze"),
                        Map.entry("STOPPAYMENT_DB_USER", "stoppayment_freeze"),
                        Map.entry("STOPPAYMENT_DB_PASSWORD", directory.rolePassword("stoppayment_freeze")),
                        Map.entry("STOPPAYMENT_DB_OWNER", "stoppayment"),
                        Map.entry("STOPPAYMENT_DB_OWNER_PASSWORD", "secret"),
                        Map.entry("STOPPAYMENT_GATEWAY_ADDRESS", "127.0.0.1:19003"),
                        Map.entry("STOPPAYMENT_RECOVERY_ADDRESS", "127.0.0.1:19004"),
                        Map.entry(
                                "STOPPAYMENT_RULES",
                                state.homePath()
                                        .resolve("rules/cn-2016-86.yaml")
                                        .toString()),
                        Map.entry("A", "B")));
        assertThat(ServiceCommand.environment(ServiceName.GATEWAY, state, directory))
                .containsEntry("STOPPAYMENT_FREEZE_ADDRESS", "127.0.0.1:19002")
                .containsEntry("STOPPAYMENT_RECOVERY_ADDRESS", "127.0.0.1:19004")
                .containsEntry("STOPPAYMENT_REGISTRY", directory.registry().toString())
                .doesNotContainKey("STOPPAYMENT_DB_NAME");
        assertThat(ServiceCommand.environment(ServiceName.INTAKE, state, directory))
                .containsEntry("STOPPAYMENT_FREEZE_ADDRESS", "127.0.0.1:19002")
                .containsEntry("STOPPAYMENT_DB_NAME", "stoppayment_intake");
        assertThat(ServiceCommand.commandLine(ServiceName.FREEZE, state, directory))
                .as("what is Chinese in a log can be read in any locale")
                .containsSubsequence("-Dfile.encoding=UTF-8", "-jar");
        assertThat(ServiceCommand.commandLine(ServiceName.SIMULATOR, state, directory))
                .containsSubsequence("--control-port", "18100", "--gateway", "https://127.0.0.1:19003")
                .containsSubsequence(
                        "--certificates", directory.path().resolve("tls").toString());
    }

    private String tls(String file) {
        return directory.path().resolve("tls").resolve(file).toString();
    }
}
