package org.stoppayment.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Progress;
import org.stoppayment.cli.postgres.DatabaseServer;

/** A drill uses the rules of its suite. */
class RulesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path temporary;

    private Suite suite(Map<String, String> freeze) {
        StateDirectory directory = new StateDirectory(temporary.resolve("state"));
        SuiteState state = new SuiteState(
                REPOSITORY.toString(),
                Instant.parse("2026-01-05T08:00:00Z"),
                Ports.defaults(11),
                new DatabaseServer("127.0.0.1", 15432, "stoppayment", "secret"),
                true,
                Map.of("freeze", freeze),
                Map.of());
        return new Suite(directory, state, Progress.SILENT);
    }

    private Path rules(String from, String to) throws IOException {
        String published = Files.readString(REPOSITORY.resolve("rules/cn-2016-86.yaml"));
        assertThat(published).contains(from);
        return Files.writeString(temporary.resolve("own.yaml"), published.replace(from, to));
    }

    @Test
    void suiteUsesTheRuleSetOfTheRepositoryByDefault() {
        assertThat(suite(Map.of()).rules()).isEqualTo(new Rules(10_000));
    }

    @Test
    void suiteUsesTheConfiguredRuleSet() throws IOException {
        Path own = rules("10000 fen", "50000 fen");

        assertThat(suite(Map.of("STOPPAYMENT_RULES", own.toString())).rules()).isEqualTo(new Rules(50_000));
    }

    @Test
    void invalidRuleSetIsNamed() throws IOException {
        Path wrong = rules("10000 fen", "100 yuan");

        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Rules.read(wrong))
                .withMessageContaining("own.yaml: tracing.taintThreshold.value: 100 yuan (expected: a sum in fen");
        assertThatExceptionOfType(CliException.class)
                .isThrownBy(() -> Rules.read(temporary.resolve("nowhere.yaml")))
                .withMessageContaining("nowhere.yaml: cannot be read");
    }
}
