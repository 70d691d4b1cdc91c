package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.recovery.v1.RecoveryDimension;
import org.xml.sax.InputSource;

/** {@code stoppay recovery report}: what became of the money of cases. */
class RecoveryReportTest extends CommandTestBase {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path directory;

    @Test
    void lastTwelveMonthsAreReportedByMonth() {
        assertThat(terminal.run("recovery", "report")).as(terminal.err()).isZero();

        LocalDate today = SystemTime.SOURCE.instant().atZone(SHANGHAI).toLocalDate();
        assertThat(services.recoveryReports().requests()).singleElement().satisfies(asked -> {
            assertThat(Instant.ofEpochSecond(asked.getFrom().getSeconds()))
                    .isEqualTo(today.withDayOfMonth(1)
                            .minusMonths(11)
                            .atStartOfDay(SHANGHAI)
                            .toInstant());
            assertThat(Instant.ofEpochSecond(asked.getUntil().getSeconds()))
                    .isEqualTo(today.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
            assertThat(asked.getGroupByList()).containsExactly(RecoveryDimension.RECOVERY_DIMENSION_MONTH);
        });
        assertThat(terminal.out())
                .contains("2026-01", "1,000,000.00", "27.27 %", "550,000.00", "63", "140", "12,345.67", "total");
    }

    @Test
    void daysAreThoseOfShanghaiAndTheLastOneBelongsToThePeriod() {
        assertThat(terminal.run(
                        "recovery",
                        "report",
                        "--from",
                        "2026-01-01",
                        "--until",
                        "2026-03-31",
                        "--by",
                        "institution,level,station,fraud,age"))
                .isZero();

        assertThat(services.recoveryReports().requests()).singleElement().satisfies(asked -> {
            assertThat(asked.getFrom().getSeconds())
                    .isEqualTo(Instant.parse("2025-12-31T16:00:00Z").getEpochSecond());
            assertThat(asked.getUntil().getSeconds())
                    .isEqualTo(Instant.parse("2026-03-31T16:00:00Z").getEpochSecond());
            assertThat(asked.getGroupByList())
                    .containsExactly(
                            RecoveryDimension.RECOVERY_DIMENSION_INSTITUTION,
                            RecoveryDimension.RECOVERY_DIMENSION_LEVEL,
                            RecoveryDimension.RECOVERY_DIMENSION_STATION,
                            RecoveryDimension.RECOVERY_DIMENSION_FRAUD_TYPE,
                            RecoveryDimension.RECOVERY_DIMENSION_AGE);
        });
        assertThat(terminal.out()).contains("工行 level 2 城南派出所 FAKE_LOAN FROM_1_TO_3_MONTHS");
    }

    @Test
    void spreadsheetGetsALineForEachGroupAndRunsNoFormula() {
        assertThat(terminal.run("recovery", "report", "--by", "month,station,institution,level", "--csv"))
                .isZero();

        assertThat(terminal.out().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("\uFEFFmonth,station,institution_code,institution,level,cases,reported_yuan,stopped_yuan,"
                        + "returned_yuan,return_rate_percent,");
        assertThat(terminal.out())
                .contains("2026-01,城南派出所,102100099996,工行,2,12,1000000.00,550000.00,150000.00,27.27,")
                .contains("2026-02,\"'=1+1\",102100099996,工行,2,1,5000.00,0.00,0.00,,");
    }

    @Test
    void pageHasChartsWithTheirTablesAndFetchesNothing() throws Exception {
        Path page = directory.resolve("recovery.html");

        assertThat(terminal.run("recovery", "report", "--by", "month,station", "--html", page.toString()))
                .as(terminal.err())
                .isZero();

        String html = Files.readString(page);
        parse(html);
        assertThat(html)
                .contains(
                        "<html lang=\"en\">",
                        "aria-label=\"2026-01 城南派出所: returned 150,000.00\"",
                        "What the figures mean")
                .doesNotContain("<script", "http://", "https://", "url(", "@import");
        assertThat(html.split("<svg", -1)).hasSize(1 + 3);
        assertThat(html.split("<table", -1)).hasSize(1 + 4);
        assertThat(terminal.err()).contains(page.toString());
    }

    @Test
    void pageIsInChineseWhenTheTerminalIs() throws Exception {
        Path page = directory.resolve("recovery.html");

        assertThat(terminal.run("recovery", "report", "--html", page.toString(), "--lang", "zh"))
                .isZero();

        assertThat(Files.readString(page))
                .contains("<html lang=\"zh\">", "报案资金的去向", "各项数字的含义", "返还率")
                .doesNotContain("return rate", "What the");
    }

    @Test
    void jsonIsTheAnswerOfTheService() {
        assertThat(terminal.run("recovery", "report", "-o", "json")).isZero();

        assertThat(terminal.out()).contains("\"returnRateBasisPoints\": \"2727\"", "\"stoppedFen\": \"55000000\"");
    }

    @Test
    void whatIsMissingIsSaid() {
        services.recoveryReports().becomeIncomplete();

        assertThat(terminal.run("recovery", "report")).isZero();

        assertThat(terminal.err()).contains("there are more groups: these are the 2", "3 cases are in no row");
    }

    @ParameterizedTest
    @CsvSource({
        "--from 2026-13-01, --from: 2026-13-01 (expected: a date",
        "--until yesterday, --until: yesterday (expected: a date",
        "--until 9999-12-31, --until: 9999-12-31 (expected: a date",
        "--from 2026-05-02 --until 2026-05-01, --from: 2026-05-02 (expected: at most --until 2026-05-01)",
        "--from 2010-01-01 --until 2026-01-01, 'expected: at most 3,700 days'",
        "--csv -o json, '--csv, -o json: both given'",
        "--by week, week"
    })
    void wrongOptionIsRefused(String options, String message) {
        assertThat(terminal.run(("recovery report " + options).split(" "))).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(message);
        assertThat(services.recoveryReports().requests()).isEmpty();
    }

    @Test
    void pageThatCannotBeWrittenIsRefusedBeforeTheServicesAreAsked() {
        assertThat(terminal.run(
                        "recovery",
                        "report",
                        "--html",
                        directory.resolve("no/such/page.html").toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(services.recoveryReports().requests()).isEmpty();
    }

    private static void parse(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
