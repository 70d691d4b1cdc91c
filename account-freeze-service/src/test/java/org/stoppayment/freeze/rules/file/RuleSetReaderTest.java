package org.stoppayment.freeze.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.rules.domain.ListRules;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;

/** The rule set in the repository, and what is said of one that is wrong. */
class RuleSetReaderTest {

    private static final Path FILE = Path.of("..", "rules", "cn-2016-86.yaml");

    private static String yaml() {
        try {
            return Files.readString(FILE);
        } catch (IOException notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    private static String with(String from, String to) {
        assertThat(yaml()).contains(from);
        return yaml().replace(from, to);
    }

    private static RuleSet read(String yaml) {
        return RuleSetReader.yaml(yaml, "test").rules();
    }

    @Test
    void ruleSetOfTheRepositorySaysWhatTheDomainSays() {
        RuleSet rules = read(yaml());

        assertThat(rules.name()).isEqualTo("cn-2016-86/3");
        assertThat(rules.stops().term()).isEqualTo(Duration.ofHours(48));
        assertThat(rules.stops().stopsPerAccount()).isEqualTo(2);
        assertThat(rules.stops().extensionCounts()).isTrue();
        assertThat(rules.stops().futureTolerance()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.stops().warnings())
                .isEqualTo(List.of(Duration.ofHours(24), Duration.ofHours(6), Duration.ofHours(1)));
        assertThat(rules.doubt().firstInquiry()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rules.doubt().slowestInquiry()).isEqualTo(Duration.ofSeconds(30));
        assertThat(rules.doubt().budget()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.doubt().bookingsInquiry()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.doubt().alertAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(rules.tracing().tolerance()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.tracing().threshold()).isEqualTo(Money.ofFen(10_000));
        assertThat(rules.tracing().maxLevels()).isEqualTo(12);
        assertThat(rules.tracing().maxNodes()).isEqualTo(10_000);
        assertThat(rules.attention().unknownThreshold()).isEqualTo(Money.ofFen(10_000));
        assertThat(rules.lists()).isEqualTo(new ListRules(Duration.ofHours(72), Duration.ofHours(2), 2, 2));
    }

    @Test
    void packagedRuleSetIsTheRepositorys() {
        assertThat(RuleSetFile.packaged()).isEqualTo(RuleSetFile.read(FILE));
    }

    @Test
    void whatIsKeptReadsAsWhatWasWritten() {
        WrittenRules<RuleSet> written = RuleSetReader.yaml(yaml(), "test");

        assertThat(RuleSetReader.json(written.json(), "kept")).isEqualTo(written);
    }

    @Test
    void ruleSetThatWasKeptBeforeThereWasARuleForBookingsIsReadAndAFileWithoutItIsNot() {
        String elder = "bookingsInquiry: \\{.*\\}";
        assertThat(yaml()).containsPattern(elder);
        String kept = RuleSetReader.yaml(yaml(), "test").json().replaceFirst("\"bookingsInquiry\":\\{[^}]*\\},", "");
        assertThat(kept).doesNotContain("bookingsInquiry");

        assertThat(RuleSetReader.json(kept, "kept").rules()).isEqualTo(read(yaml()));
        assertThatThrownBy(() -> read(yaml().replaceFirst(elder, "")))
                .hasMessageContaining("doubt.bookingsInquiry: none (expected: {value: …, source: …})");
    }

    @Test
    void ruleSetThatWasKeptBeforeThereWasARuleForAttentionHasTheThresholdOfTracing() {
        String yaml = with("taintThreshold: {value: 10000 fen", "taintThreshold: {value: 7000 fen");
        String kept = RuleSetReader.yaml(yaml, "test").json().replaceFirst("\"attention\":\\{.*?\\}\\},", "");
        assertThat(kept).doesNotContain("unknownThreshold");

        assertThat(RuleSetReader.json(kept, "kept").rules().attention().unknownThreshold())
                .isEqualTo(Money.ofFen(7_000));
        assertThatThrownBy(() -> read(yaml().replaceFirst("(?m)^attention:\n.*\n", "")))
                .hasMessageContaining("attention: none (expected: a section with");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value: PT48H           | value: 48               | stops.term.value: 48 (expected: a duration with its unit
            value: PT48H           | value: -PT48H           | stops.term.value: -PT48H (expected: a duration with its unit
            value: PT48H           | value: PT0S             | stops.term.value: PT0S (expected: a duration
            value: PT48H           | value: PT9999H          | stops.term.value: PT9999H (expected: a duration
            value: 10000 fen       | value: 100 yuan         | tracing.taintThreshold.value: 100 yuan (expected: a sum in fen
            value: 10000 fen       | value: -1 fen           | tracing.taintThreshold.value: -1 fen (expected: a sum in fen
            value: 10000 fen       | value: 10000            | tracing.taintThreshold.value: 10000 (expected: a sum in fen
            unknownThreshold:      | unknownLimit:           | attention.unknownLimit: unknown key (expected: one of
            value: 12,             | value: -12,             | tracing.levelLimit.value: -12 (expected: 1..
            value: 12,             | value: 12.5,            | tracing.levelLimit.value: 12.5 (expected: a whole number, 1..
            value: true            | value: maybe            | stops.extensionCounts.value: maybe (expected: true or false)
            levelLimit:            | levelsLimit:            | tracing.levelsLimit: unknown key (expected: one of
            levelLimit:            | levelsLimit:            | tracing.levelLimit: none (expected: {value: …, source: …})
            doubt:                 | doubts:                 | doubt: none (expected: a section with
            PT6H                   | PT30H                   | stops.warnings.value: [PT24H, PT30H, PT1H] (expected: 3 durations, each shorter
            [PT24H                 | [PT49H                  | stops.warnings.value[0]: PT49H (expected: shorter than stops.term
            PT24H, PT6H            | PT24H                   | stops.warnings.value: [PT24H, PT1H] (expected: 3 durations
            value: PT30S           | value: PT0.5S           | doubt.slowestInquiry.value: PT0.5S (expected: no less than doubt.firstInquiry
            id: cn-2016-86         | id: CN 2016             | id: CN 2016 (expected: 1..64 of
            version: 3             | version: 0              | version: 0 (expected: 1..2147483647)
            """)
    void whatIsWrongIsNamedWithItsPath(String from, String to, String finding) {
        assertThatThrownBy(() -> read(with(from, to)))
                .isInstanceOf(UnusableRules.class)
                .hasMessageContaining(finding);
    }

    @Test
    void ruleWithoutItsSourceIsRefused() {
        assertThatThrownBy(() -> read(with("value: 12, source: \"choice: transfers from the victim\"", "value: 12")))
                .hasMessageContaining("tracing.levelLimit.source: none (expected: the article");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String wrong = with("value: PT48H", "value: 48")
                .replace("value: 12,", "value: none,")
                .replace("budget:", "buget:");

        assertThatThrownBy(() -> read(wrong))
                .hasMessageContaining("4 findings")
                .hasMessageContaining("stops.term.value")
                .hasMessageContaining("tracing.levelLimit.value")
                .hasMessageContaining("doubt.buget")
                .hasMessageContaining("doubt.budget: none");
    }

    @Test
    void fileThatIsNotYamlOrHasAKeyTwiceIsRefusedWithThePlace() {
        assertThatThrownBy(() -> read("stops: [")).hasMessageContaining("file: not YAML at line");
        assertThatThrownBy(() -> read(yaml() + "\nversion: 3\n")).hasMessageContaining("file: not YAML at line");
        assertThatThrownBy(() -> read("")).isInstanceOf(UnusableRules.class);
        assertThatThrownBy(() -> RuleSetFile.read(Path.of("nowhere.yaml"))).hasMessageContaining("NoSuchFileException");
    }

    @Test
    void timeOutThatRulesNothingIsReadOverWhereItWasKeptAndRefusedWhereItIsWritten() {
        String elder = with("doubt:\n", "doubt:\n  answerTimeout: {value: PT2S, source: \"choice\"}\n");
        String kept = RuleSetReader.yaml(yaml(), "test")
                .json()
                .replace("\"doubt\":{", "\"doubt\":{\"answerTimeout\":{\"value\":\"PT2S\",\"source\":\"choice\"},");

        WrittenRules<RuleSet> read = RuleSetReader.json(kept, "kept");
        assertThat(read.rules()).isEqualTo(read(yaml()));
        assertThat(read.json()).as("what was kept stays what it was").isEqualTo(kept);
        assertThatThrownBy(() -> read(elder)).hasMessageContaining("doubt.answerTimeout: unknown key");
    }
}
