package org.stoppayment.cli.command.refund.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stoppayment.cli.command.refund.explain.Grid;
import org.stoppayment.cli.html.Templates;
import org.stoppayment.cli.output.Console;

/**
 * Figures of recovery as a page: one file, charts as inline SVG with their tables, nothing fetched, in the language of the terminal. It is
 * well-formed XML.
 */
public final class RecoveryReportPage {

    private RecoveryReportPage() {}

    /** A chart and the table behind it. */
    public record Figure(BarChart chart, Grid grid, String tableName) {}

    /** A figure and what it means. */
    public record Meaning(String name, String text) {}

    static String of(RecoveryReport report) {
        Console console = report.console();
        RecoveryCharts charts = new RecoveryCharts(report);
        Grid all = report.grid(console.text(ReportText.FIGURES), List.of(RecoveryFigure.values()));
        return Templates.render(
                "report/page",
                Map.of(
                        "css",
                        Templates.resource("refund/page.css") + Templates.resource("report/page.css"),
                        "language",
                        console.texts().language().name().toLowerCase(Locale.ROOT),
                        "title",
                        console.text(
                                ReportText.TITLE,
                                report.first().toString(),
                                report.last().toString()),
                        "head",
                        Stream.concat(
                                        Stream.of(console.text(ReportText.COMPUTED, console.moment(report.asOf()))),
                                        report.notes().stream())
                                .toList(),
                        "figures",
                        List.of(
                                figure(
                                        report,
                                        charts.where(),
                                        RecoveryFigure.REPORTED,
                                        RecoveryFigure.RETURNED,
                                        RecoveryFigure.FROZEN,
                                        RecoveryFigure.HELD,
                                        RecoveryFigure.LIFTED,
                                        RecoveryFigure.LAPSED,
                                        RecoveryFigure.RESTORED,
                                        RecoveryFigure.CASH,
                                        RecoveryFigure.MERCHANT,
                                        RecoveryFigure.UNKNOWN),
                                figure(
                                        report,
                                        charts.rate(),
                                        RecoveryFigure.STOPPED,
                                        RecoveryFigure.RETURNED,
                                        RecoveryFigure.RETURN_RATE),
                                figure(
                                        report,
                                        charts.days(),
                                        RecoveryFigure.PAYMENTS,
                                        RecoveryFigure.DAYS_P50,
                                        RecoveryFigure.DAYS_P95)),
                        "all",
                        all,
                        "allName",
                        console.text(ReportText.TABLE_REGION, all.caption()),
                        "meaningsTitle",
                        console.text(ReportText.MEANINGS),
                        "meanings",
                        Stream.of(RecoveryFigure.values())
                                .map(figure -> new Meaning(
                                        console.text(figure), console.text(FigureMeaning.valueOf(figure.name()))))
                                .toList()));
    }

    private static Figure figure(RecoveryReport report, BarChart chart, RecoveryFigure... figures) {
        return new Figure(
                chart,
                report.grid(chart.title(), List.of(figures)),
                report.console().text(ReportText.TABLE_REGION, chart.title()));
    }
}
