package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.freeze.v1.HoldDimension;

/** Holds are counted for reports, and accounts listed on which too much is held. */
class HoldReportCommandTest extends CommandTestBase {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void lastTwelveMonthsAreCountedByMonth() {
        assertThat(terminal.run("hold", "report")).as(terminal.err()).isZero();

        YearMonth now = YearMonth.from(SystemTime.SOURCE.instant().atZone(SHANGHAI));
        assertThat(services.holdStatistics().requests()).singleElement().satisfies(asked -> {
            assertThat(Instant.ofEpochSecond(asked.getFrom().getSeconds()))
                    .isEqualTo(
                            now.minusMonths(11).atDay(1).atStartOfDay(SHANGHAI).toInstant());
            assertThat(Instant.ofEpochSecond(asked.getUntil().getSeconds()))
                    .isEqualTo(now.plusMonths(1).atDay(1).atStartOfDay(SHANGHAI).toInstant());
            assertThat(asked.getGroupByList()).containsExactly(HoldDimension.HOLD_DIMENSION_MONTH);
        });
        assertThat(terminal.out())
                .contains("2026-10", "stops", "1234", "1,234,567.89", "987,654.32", "9,876,543,210", "1 d 1 h")
                .containsSubsequence("total", "stops", "total", "freezes");
    }

    @Test
    void monthsAndGroupsMayBeGiven() {
        assertThat(terminal.run("hold", "report", "--from", "2026-01", "--to", "2026-03", "--by", "fraud,bank"))
                .isZero();

        assertThat(services.holdStatistics().requests()).singleElement().satisfies(asked -> {
            assertThat(asked.getFrom().getSeconds())
                    .isEqualTo(Instant.parse("2025-12-31T16:00:00Z").getEpochSecond());
            assertThat(asked.getUntil().getSeconds())
                    .isEqualTo(Instant.parse("2026-03-31T16:00:00Z").getEpochSecond());
            assertThat(asked.getGroupByList())
                    .containsExactly(HoldDimension.HOLD_DIMENSION_FRAUD_TYPE, HoldDimension.HOLD_DIMENSION_INSTITUTION);
        });
    }

    @Test
    void spreadsheetGetsALineForEachGroupAndKind() {
        assertThat(terminal.run("hold", "report", "--csv")).isZero();

        assertThat(terminal.out().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("\uFEFFmonth,fraud_type,institution_code,institution,kind,ordered,took_effect,in_effect,");
        assertThat(terminal.out())
                .contains("2026-10,FAKE_LOAN,102100099996,工行,STOP,1234,1200,56,789,34,12,0,5,1234567.89,987654.32,"
                        + "9876543210.00,25,2023-11-14T22:13:20Z,0,0.00")
                .contains(",FREEZE,789,0,0,0,0,0,3,0,0.00,0.00,0.00,,,7,4321.00");
    }

    @ParameterizedTest
    @CsvSource({
        "--from 2026-13, --from: 2026-13 (expected: a month",
        "--to yesterday, --to: yesterday (expected: a month",
        "--from 2026-05 --to 2026-04, --from: 2026-05 (expected: at most --to",
        "--csv -o json, '--csv, -o json: both given'",
        "--by week, week"
    })
    void wrongOptionIsRefused(String options, String message) {
        assertThat(terminal.run(("hold report " + options).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(message);
        assertThat(services.holdStatistics().requests()).isEmpty();
    }

    @Test
    void accountsOnWhichTooMuchIsHeldAreListed() {
        assertThat(terminal.run("hold", "overheld", "--max", "1")).isZero();

        assertThat(terminal.out())
                .contains("6222020000000000018", "500,000.00", "300.00", "499,700.00", "11,992,800", "the stop");
        assertThat(terminal.err()).contains("--max");
        assertThat(services.holdStatistics().lists())
                .singleElement()
                .satisfies(asked -> assertThat(asked.getMaxAccounts()).isEqualTo(1));
    }
}
