package org.stoppayment.freeze.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetCheckTest {

    private static final Path RULES = Path.of("..", "rules", "cn-2016-86.yaml");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream findings = new ByteArrayOutputStream();

    @Test
    void ruleSetOfTheRepositoryIsUsable() {
        assertThat(check(RULES)).isZero();
        assertThat(findings.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void everyFindingIsALineWithFieldCodeAndDescription() throws Exception {
        Path broken = directory.resolve("broken.yaml");
        Files.writeString(broken, Files.readString(RULES).replace("PT48H", "soon"));

        assertThat(check(broken)).isEqualTo(2);
        assertThat(findings.toString(StandardCharsets.UTF_8))
                .startsWith("stops.term.value\tWRONG_FORM\tvalue: soon (expected: a duration with its unit")
                .hasLineCount(1);
    }

    @Test
    void fileThatIsMissingIsAFinding() {
        assertThat(check(directory.resolve("none.yaml"))).isEqualTo(2);
        assertThat(findings.toString(StandardCharsets.UTF_8)).startsWith("file\tUNREADABLE\tNoSuchFileException");
    }

    private int check(Path file) {
        return RuleSetCheck.check(
                RuleSetCheck.Kind.STOPS, file, new PrintStream(findings, true, StandardCharsets.UTF_8));
    }
}
