package org.stoppayment.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrillOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "5s, 5000, 5000, 5s",
        "200ms..800ms, 200, 800, 200ms..800ms",
        "500ms..2m, 500, 120000, 500ms..120s",
        "0s, 0, 0, 0s",
        "24h, 86400000, 86400000, 86400s"
    })
    void durationsAndRangesAreRead(String text, long least, long most, String written) {
        assertThat(Span.parse(text)).isEqualTo(new Span(least, most)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-1s", "5s..", "..5s", "8s..2s", "1s..2s..3s", "1.5s", "25h", "5 s"})
    void wrongDurationsAreRefusedWithWhatIsExpected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse(text))
                .withMessageContaining("(expected: such as 500ms, 5s, 2m or 200ms..800ms");
    }

    @Test
    void ratesSayWhenEachReportIsDue() {
        assertThat(Rate.parse("5").dueMillis(3)).isEqualTo(600);
        assertThat(Rate.parse("0.2/s").dueMillis(3)).isEqualTo(15_000);
        assertThat(Rate.parse("3").dueMillis(2)).isEqualTo(666);
        assertThat(Rate.parse("0.2")).hasToString("0.2/s");
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse("1001"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse("fast"));
    }

    @Test
    void levelsAreOneToTwelve() {
        assertThat(Levels.parse("3")).isEqualTo(new Levels(3, 3));
        assertThat(Levels.parse("1..12")).isEqualTo(new Levels(1, 12)).hasToString("1..12");
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.parse("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.parse("5..1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.parse("13"));
    }

    @Test
    void faultsAreAProfileOrAShare() {
        assertThat(Faults.parse("none")).isEqualTo(new Faults(0, 0));
        assertThat(Faults.parse("Some")).isEqualTo(new Faults(5, 2));
        assertThat(Faults.parse("storm")).isEqualTo(new Faults(40, 5));
        assertThat(Faults.parse("10%")).isEqualTo(new Faults(10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.parse("101%"));
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.parse("many"));
    }

    @Test
    void whatTheSimulatorCannotDoIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(0, "5s", "1s"))
                .withMessage("--cases: 0 (expected: a whole number, 1..9999)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(1, "99ms", "1s"))
                .withMessage("--mule-delay: 99ms (expected: 100ms or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(1, "5s", "21s"))
                .withMessage("--bank-delay: 21s (expected: at most 20s)");
    }

    private static DrillOptions options(int cases, String muleDelay, String bankDelay) {
        return new DrillOptions(
                cases,
                Rate.parse("1"),
                Span.parse(muleDelay),
                Span.parse(bankDelay),
                Span.parse("1s"),
                Levels.parse("1"),
                Faults.parse("none"),
                1);
    }
}
