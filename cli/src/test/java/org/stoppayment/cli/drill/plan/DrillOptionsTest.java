package org.stoppayment.cli.drill.plan;

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
        assertThat(DurationRange.parse(text))
                .isEqualTo(new DurationRange(least, most))
                .hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-1s", "5s..", "..5s", "8s..2s", "1s..2s..3s", "1.5s", "25h", "5 s"})
    void invalidDurationsAreRefusedWithTheExpectedForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationRange.parse(text))
                .withMessageContaining("(expected: such as 500ms, 5s, 2m or 200ms..800ms");
    }

    @Test
    void ratesDetermineWhenEachReportIsDue() {
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
        assertThat(LevelRange.parse("3")).isEqualTo(new LevelRange(3, 3));
        assertThat(LevelRange.parse("1..12")).isEqualTo(new LevelRange(1, 12)).hasToString("1..12");
        assertThatIllegalArgumentException().isThrownBy(() -> LevelRange.parse("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> LevelRange.parse("5..1"));
        assertThatIllegalArgumentException().isThrownBy(() -> LevelRange.parse("13"));
    }

    @Test
    void faultsAreAProfileOrAShare() {
        assertThat(FaultRates.parse("none")).isEqualTo(new FaultRates(0, 0));
        assertThat(FaultRates.parse("Some")).isEqualTo(new FaultRates(5, 2));
        assertThat(FaultRates.parse("storm")).isEqualTo(new FaultRates(40, 5));
        assertThat(FaultRates.parse("10%")).isEqualTo(new FaultRates(10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRates.parse("101%"));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRates.parse("many"));
    }

    @Test
    void unsupportedModeIsRefused() {
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
                DurationRange.parse(muleDelay),
                DurationRange.parse(bankDelay),
                DurationRange.parse("1s"),
                LevelRange.parse("1"),
                FaultRates.parse("none"),
                1);
    }
}
