package org.stoppayment.recovery.rules.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.rules.RuleCheck;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.recovery.rules.domain.WorkingCalendar;

/** The packaged calendar of working days, and files that are wrong. */
class WorkingDaysFileTest {

    private static final Path PACKAGED = Path.of("..", "rules", "cn-working-days.yaml");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true, a Friday",
        "2026-02-14, true, a Saturday that is worked",
        "2026-02-15, false, the first day of the Spring Festival",
        "2026-02-23, false, the last",
        "2026-02-24, true, a Tuesday",
        "2026-03-07, false, a Saturday",
        "2026-10-07, false, a Wednesday of the National Day",
        "2027-10-04, true, a Monday of a year that is not announced"
    })
    void daysAreAsAnnounced(LocalDate day, boolean isWorkingDay, String why) throws IOException {
        assertThat(packaged().isWorkingDay(day)).as(why).isEqualTo(isWorkingDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00+08:00, 2026-03-05T16:00:00Z, Monday: Tuesday to Thursday",
        "2026-03-05T23:59:59+08:00, 2026-03-10T16:00:00Z, Thursday: Friday and the next week",
        "2026-02-13T09:00:00+08:00, 2026-02-25T16:00:00Z, across the Spring Festival",
        "2026-02-15T09:00:00+08:00, 2026-02-26T16:00:00Z, begun on a day off",
        "2026-09-30T09:00:00+08:00, 2026-10-10T16:00:00Z, ends on a Saturday that is worked",
        "2026-01-30T09:00:00+08:00, 2026-02-04T16:00:00Z, across the end of a month",
        "2026-02-27T09:00:00+08:00, 2026-03-03T16:00:00Z, a Saturday that is worked ends February",
        "2026-04-30T09:00:00+08:00, 2026-05-08T16:00:00Z, across the days off of May",
        "2025-12-31T09:00:00+08:00, 2026-01-06T16:00:00Z, across the year with a Sunday that is worked",
        "2026-12-30T09:00:00+08:00, 2027-01-04T16:00:00Z, into a year that is not announced"
    })
    void threeWorkingDaysEnd(OffsetDateTime begin, Instant end, String why) throws IOException {
        assertThat(packaged().endOf(begin.toInstant(), 3)).as(why).isEqualTo(end);
    }

    @Test
    void yearThatIsNotAnnouncedIsKnownAsSuch() throws IOException {
        assertThat(packaged().knows(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(packaged().knows(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    days_off: [2027-01-01]      | years[0].days_off[0]    | OUT_OF_RANGE
                    days_off: [2026-02-30]      | years[0].days_off[0]    | WRONG_FORM
                    days_worked: [2026-02-13]   | years[0].days_worked[0] | OUT_OF_RANGE
                    year: 1999                  | years[0].year           | OUT_OF_RANGE
                    holidays: []                | years[0].holidays       | UNKNOWN_KEY
                    """)
    void wrongDayIsNamed(String line, String field, String code) {
        String key = line.substring(0, line.indexOf(':'));
        String good = """
                id: cn-working-days
                version: 1
                title: for a test
                years:
                  - source: for a test
                    year: 2026
                    days_off: [2026-01-01]
                    days_worked: [2026-02-14]
                """;
        String wrong = good.lines()
                        .filter(each -> !each.strip().startsWith(key + ":"))
                        .reduce("", (all, each) -> all + each + "\n")
                + "    " + line + "\n";

        assertThatThrownBy(() -> WorkingDaysFile.yaml(wrong, "a test"))
                .isInstanceOfSatisfying(UnusableRules.class, unusable -> assertThat(unusable.findings())
                        .extracting(Violation::field, Violation::code)
                        .contains(org.assertj.core.groups.Tuple.tuple(field, code)));
    }

    @Test
    void checkAcceptsThePackagedRulesAndNamesWhatIsWrong() throws IOException {
        ByteArrayOutputStream findings = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(findings, true, StandardCharsets.UTF_8);
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "id: x\nversion: 0\n");

        assertThat(RuleSetCheck.check(RuleSetCheck.Kind.WORKING_DAYS, PACKAGED, out))
                .isEqualTo(RuleCheck.USABLE);
        assertThat(RuleSetCheck.check(RuleSetCheck.Kind.REFUNDS, Path.of("..", "rules", "cn-refund-2016-41.yaml"), out))
                .isEqualTo(RuleCheck.USABLE);
        assertThat(findings.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(RuleSetCheck.check(RuleSetCheck.Kind.WORKING_DAYS, wrong, out))
                .isEqualTo(RuleCheck.UNUSABLE);
        assertThat(findings.toString(StandardCharsets.UTF_8)).contains("version\tOUT_OF_RANGE\t", "years\tMISSING\t");
    }

    private static WorkingCalendar packaged() throws IOException {
        return WorkingDaysFile.yaml(Files.readString(PACKAGED), PACKAGED.toString())
                .rules();
    }
}
