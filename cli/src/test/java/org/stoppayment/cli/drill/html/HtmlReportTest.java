package org.stoppayment.cli.drill.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.drill.accounting.CaseResultBuilder;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.figures.ReportCalculator;
import org.stoppayment.cli.drill.html.BarChart.Bar;
import org.stoppayment.cli.drill.html.BarChart.Part;
import org.stoppayment.cli.drill.plan.DrillOptions;
import org.stoppayment.cli.drill.plan.DurationRange;
import org.stoppayment.cli.drill.plan.FaultRates;
import org.stoppayment.cli.drill.plan.LevelRange;
import org.stoppayment.cli.drill.plan.Rate;
import org.stoppayment.cli.html.Templates;

class HtmlReportTest {

    private static final DrillReport REPORT = ReportCalculator.of(
            new DrillOptions(
                    1,
                    Rate.parse("5"),
                    DurationRange.parse("1s..60s"),
                    DurationRange.parse("1ms"),
                    DurationRange.parse("1s"),
                    LevelRange.parse("2"),
                    FaultRates.parse("none"),
                    7),
            CaseResultBuilder.RULES,
            List.of(new CaseResultBuilder()
                    .paid("a", 100_000)
                    .cash("a", 20_000, -100)
                    .onward("a", "b", 30_000, 1_000)
                    .cash("b", 29_900, 4_000)
                    .stopped("a", 100, 2_000, 2_100)
                    .result()),
            CaseResultBuilder.CALL.plusNanos(123_456_789),
            CaseResultBuilder.CALL.plusSeconds(9),
            0);

    private static final String PAGE = HtmlReport.of(REPORT);

    @Test
    void pageHasNoExternalResources() {
        assertThat(PAGE)
                .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import", "<script")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void figuresAreOnThePageInBothLanguages() {
        assertThat(PAGE)
                .contains("止付演练报告", "Drill report", "种子 seed 7", "500.00", "62.50 %", "50.00 %")
                .contains("报案前已流出", "gone before the call", "未追查到", "not traced", "合计 in all");
    }

    @Test
    void chartsAreWellFormedAndBarsStayInside() throws Exception {
        Matcher charts = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(PAGE);
        int count = 0;
        while (charts.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(charts.group().getBytes(StandardCharsets.UTF_8)));
            count++;
        }
        assertThat(count).isEqualTo(6);
        Matcher bars = Pattern.compile("<rect x=\"(-?\\d+)\" y=\"\\d+\" width=\"(-?\\d+)\"")
                .matcher(PAGE);
        assertThat(bars.results()).isNotEmpty().allSatisfy(bar -> assertThat(
                        Integer.parseInt(bar.group(1)) + Integer.parseInt(bar.group(2)))
                .isBetween(190, 530));
    }

    @Test
    void barOfAllMoneyHasASegmentPerOutcome() {
        // 340 units for 1000.00: 500.00 stopped, 200.00 before the call, 299.00 in cash, 1.00 still there.
        assertThat(PAGE)
                .contains("x=\"190\" y=\"8\" width=\"170\" height=\"22\" class=\"stopped\"><title>stopped 500.00")
                .contains("x=\"360\" y=\"8\" width=\"68\" height=\"22\" class=\"before\"")
                .contains("x=\"428\" y=\"8\" width=\"101\" height=\"22\" class=\"cash\"");
    }

    @Test
    void templatesEscapeText() {
        String hostile = "<script>\"&'</script>";
        String escaped = "&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;";

        String bars = Templates.render(
                "drill/bars",
                Map.of(
                        "chart",
                        BarChart.bySum(
                                hostile,
                                List.of(new Bar(
                                        hostile, hostile, hostile, hostile, List.of(new Part(hostile, hostile, 1)))))));

        assertThat(bars)
                .doesNotContain("<script", "</script")
                .contains("aria-label=\"" + escaped + "\"", "class=\"" + escaped + "\"")
                .contains("class=\"label\">" + escaped + "<", "<title>" + escaped + " 0.01</title>");
    }

    @Test
    void optionsAreEscaped() {
        DrillReport.Options hostile =
                new DrillReport.Options(1, "<script>alert('x')</script>", "", "", "", "", 0, 0, 7);

        String page = HtmlReport.of(new DrillReport(
                hostile,
                REPORT.startedAt(),
                REPORT.seconds(),
                REPORT.cases(),
                REPORT.money(),
                REPORT.levels(),
                REPORT.muleDelays(),
                REPORT.losses(),
                REPORT.race()));

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    }

    @Test
    void timeAxisIsLogarithmic() {
        TimeAxis axis = new TimeAxis(100, 100_000, 0, 300);

        assertThat(axis.x(0)).isZero();
        assertThat(axis.x(100)).isZero();
        assertThat(axis.x(1_000)).isEqualTo(100);
        assertThat(axis.x(10_000)).isEqualTo(200);
        assertThat(axis.x(100_000)).isEqualTo(300);
    }

    @Test
    void axisBeginsBelowTheSmallestTime() {
        assertThat(TimeAxis.of(List.of(0L, 71L, 44L, 30_000L), 0, 300)).isEqualTo(new TimeAxis(10, 30_000, 0, 300));
        assertThat(TimeAxis.of(List.of(100L), 0, 300).x(100)).isEqualTo(300);
        assertThat(TimeAxis.of(List.of(1L, 5L), 0, 300)).isEqualTo(new TimeAxis(1, 10, 0, 300));
        assertThat(TimeAxis.of(List.of(), 0, 300)).isEqualTo(new TimeAxis(100, 1_000, 0, 300));
        assertThat(TimeAxis.of(List.of(44L, 200L), 0, 300).ticks())
                .extracting(TimeAxis.Tick::label)
                .contains("0.01 s", "0.1 s");
    }

    @Test
    void sharesDotsAndTimesAreLabelled() {
        assertThat(PAGE)
                .contains("占可拦截 of 500.00 stoppable", "占可拦截 of 300.00 stoppable", "could be stopped at the call, CNY")
                .contains("<i class=\"p50\">", "<i class=\"p99\">", "2026-03-01T02:00:00.123Z")
                .doesNotContain("00.123456789Z");
    }
}
