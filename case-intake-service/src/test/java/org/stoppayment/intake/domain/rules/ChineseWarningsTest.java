package org.stoppayment.intake.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.text.ReasonTexts;

/** An operator who reads Chinese reads no English in a warning or in a refused field. */
class ChineseWarningsTest {

    private static final Path DOMAIN = Path.of("src/main/java/org/stoppayment/intake/domain");
    private static final Pattern JOINED_LITERALS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern EXPECTED = Pattern.compile("\\(expected: ([^\"]*)\\)\"");
    private static final Pattern ENGLISH = Pattern.compile("[a-z]+ [a-z]+");

    @Test
    void whatTheRulesExpectIsSaidInChinese() throws IOException {
        assertThat(expectations()).hasSizeGreaterThan(15).allSatisfy(expected -> assertThat(ReasonTexts.of(
                        new Violation("field", "MISSING", "value: none (expected: " + expected + ")"),
                        Locale.SIMPLIFIED_CHINESE))
                .hasValueSatisfying(told -> assertThat(told).doesNotContainPattern(ENGLISH)));
    }

    private static List<String> expectations() throws IOException {
        try (Stream<Path> files = Files.walk(DOMAIN)) {
            return files.filter(file -> file.toString().endsWith("Rules.java"))
                    .map(ChineseWarningsTest::read)
                    .flatMap(source -> EXPECTED.matcher(
                                    JOINED_LITERALS.matcher(source).replaceAll(""))
                            .results())
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
