package org.stoppayment.cli.drill.html;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.output.Formats;

/** The figures behind the charts, as tables of the page. */
final class HtmlReportTables {

    private HtmlReportTables() {}

    static String of(DrillReport report) {
        return cases(report) + levels(report) + losses(report);
    }

    private static String cases(DrillReport report) {
        DrillReport.Cases cases = report.cases();
        return table(
                "案件 · Cases",
                List.of(
                        "已发送 sent",
                        "已受理 accepted",
                        "已结束 over",
                        "受理 accepted p50 ms",
                        "受理 accepted p99 ms",
                        "演练滞后 drill late",
                        "系统称已止付 suite says held"),
                List.of(List.of(
                        Integer.toString(cases.sent()),
                        Integer.toString(cases.accepted()),
                        Integer.toString(cases.over()),
                        Formats.orDash(cases.acceptedP50Millis()),
                        Formats.orDash(cases.acceptedP99Millis()),
                        cases.latestSentMillis() + " ms",
                        Formats.yuan(report.money().suiteSaysHeldFen()))));
    }

    private static String levels(DrillReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (DrillReport.Level level : report.levels()) {
            rows.add(List.of(
                    Integer.toString(level.level()),
                    Integer.toString(level.accounts()),
                    Integer.toString(level.stops()),
                    Formats.yuan(level.receivedFen()),
                    Formats.yuan(level.onwardFen()),
                    Formats.yuan(level.stoppedFen()),
                    Formats.yuan(level.goneBeforeCallFen()),
                    Formats.yuan(level.cashFen()),
                    Formats.yuan(level.merchantFen()),
                    Formats.yuan(level.stillThereFen()),
                    Formats.orDash(level.p50Millis()),
                    Formats.orDash(level.p95Millis()),
                    Formats.orDash(level.p99Millis())));
        }
        return table(
                "层级 · Levels",
                List.of(
                        "级 level",
                        "账户 accounts",
                        "止付 stops",
                        "流入 received",
                        "转出 onward",
                        "已止付 stopped",
                        "报案前 gone before",
                        "取现 cash",
                        "消费 merchant",
                        "仍在账户 still there",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms"),
                rows);
    }

    private static String losses(DrillReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (DrillReport.Loss loss : report.losses()) {
            rows.add(row(
                    loss.cause().chinese() + " " + loss.cause().english(),
                    loss.cashFen(),
                    loss.merchantFen(),
                    loss.stillThereFen(),
                    loss.sumFen()));
        }
        DrillReport.Money money = report.money();
        rows.add(row("合计 in all", money.cashFen(), money.merchantFen(), money.stillThereFen(), money.notStoppedFen()));
        return table(
                "未拦截 · Not stopped",
                List.of("原因 cause", "取现 cash", "消费 merchant", "仍在账户 still there", "合计 in all"),
                rows);
    }

    private static List<String> row(String name, long cashFen, long merchantFen, long stillThereFen, long sumFen) {
        return List.of(
                name,
                Formats.yuan(cashFen),
                Formats.yuan(merchantFen),
                Formats.yuan(stillThereFen),
                Formats.yuan(sumFen));
    }

    private static String table(String title, List<String> headings, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<section><h2>")
                .append(Svg.escape(title))
                .append("</h2><div class=\"scroll\"><table><thead>");
        line(html, headings, "th");
        html.append("</thead><tbody>");
        rows.forEach(row -> line(html, row, "td"));
        return html.append("</tbody></table></div></section>\n").toString();
    }

    private static void line(StringBuilder html, List<String> cells, String tag) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(Svg.escape(cell))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>");
    }
}
