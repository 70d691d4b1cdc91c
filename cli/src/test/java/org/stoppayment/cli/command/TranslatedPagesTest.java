package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Chinese pages are as complete as the English ones. */
class TranslatedPagesTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+(?= )");
    private static final Pattern BLOCK = Pattern.compile("(?s)```[a-z]+\n.*?```");
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z0-9_]+|\\d{4,6})\\b");

    @ParameterizedTest
    @ValueSource(strings = {"operations/night-shift", "bank/README", "refunds"})
    void aTranslatedPageHasTheSameHeadingsExamplesAndCodes(String page) throws IOException {
        String english = Files.readString(DOCS.resolve(page + ".md"));
        String chinese = Files.readString(DOCS.resolve(page + ".zh.md"));

        assertThat(found(HEADING, chinese)).isEqualTo(found(HEADING, english));
        assertThat(found(BLOCK, chinese)).isEqualTo(found(BLOCK, english)).isNotEmpty();
        assertThat(codes(chinese)).isNotEmpty().containsAll(codes(english));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Set<String> codes(String text) {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(text).results().forEach(code -> codes.add(code.group(1)));
        return codes;
    }
}
