package org.stoppayment.cli.drill.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.html.BarChart.Bar;
import org.stoppayment.cli.drill.html.BarChart.Part;
import org.stoppayment.cli.html.Templates;
import org.stoppayment.cli.output.Formats;

/** The report as a page: one file, charts as inline SVG, nothing fetched; Chinese first, English beside it. */
public final class HtmlReport {

    private final DrillReport report;

    private HtmlReport(DrillReport report) {
        this.report = report;
    }

    /** The page. */
    public static String of(DrillReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        DrillReport.Money money = report.money();
        return Templates.render(
                "drill/report",
                Map.of(
                        "css", Templates.resource("drill/report.css"),
                        "report", report,
                        "stoppedOfStoppable", Formats.percent(money.stoppedOfStoppablePercent()),
                        "stoppedOfReported", Formats.percent(money.stoppedOfReportedPercent()),
                        "money", BarChart.byShare("money", List.of(money())),
                        "race", RaceChart.of(report.race(), money.stoppableFen()),
                        "levels", BarChart.byShare("by level", levels()),
                        "stopTimes", StopTimeChart.of(report.levels()),
                        "muleDelays", BarChart.byShare("by mule delay", muleDelays()),
                        "losses", BarChart.bySum("losses", losses())));
    }

    private Bar money() {
        DrillReport.Money money = report.money();
        DrillReport.Loss early = report.losses().stream()
                .filter(loss -> loss.cause() == LossCause.BEFORE_CALL)
                .findFirst()
                .orElse(new DrillReport.Loss(LossCause.BEFORE_CALL, 0, 0, 0, 0));
        return new Bar(
                "全部涉案资金",
                "all that was reported",
                Formats.yuan(money.reportedFen()),
                "涉案(元) reported, CNY",
                parts(
                        money.stoppedFen(),
                        money.goneBeforeCallFen(),
                        money.cashFen() - early.cashFen(),
                        money.merchantFen() - early.merchantFen(),
                        money.stillThereFen()));
    }

    private List<Bar> levels() {
        List<Bar> bars = new ArrayList<>();
        for (DrillReport.Level level : report.levels()) {
            bars.add(new Bar(
                    "第 " + level.level() + " 级",
                    level.stops() + " of " + Formats.counted(level.accounts(), "account"),
                    Formats.percent(level.stoppedPercent()),
                    ofStoppable(level.stoppedFen() + level.cashFen() + level.merchantFen() + level.stillThereFen()),
                    parts(
                            level.stoppedFen(),
                            level.goneBeforeCallFen(),
                            level.cashFen(),
                            level.merchantFen(),
                            level.stillThereFen())));
        }
        return bars;
    }

    private static List<Part> parts(long stopped, long before, long cash, long merchant, long stillThere) {
        return List.of(
                new Part("stopped", "stopped", stopped),
                new Part("before", "gone before the call", before),
                new Part("cash", "cash", cash),
                new Part("merchant", "merchant", merchant),
                new Part("still", "still there", stillThere));
    }

    /** The total of a share; the bar beside it may show more money. */
    private static String ofStoppable(long fen) {
        return "占可拦截 of " + Formats.yuan(fen) + " stoppable";
    }

    private List<Bar> muleDelays() {
        List<Bar> bars = new ArrayList<>();
        for (DrillReport.MuleDelay group : report.muleDelays()) {
            bars.add(new Bar(
                    group.label().replace("or more", "以上"),
                    Formats.counted(group.cases(), "case"),
                    Formats.percent(group.stoppedOfStoppablePercent()),
                    ofStoppable(group.stoppableFen()),
                    List.of(
                            new Part("stopped", "stopped", group.stoppedFen()),
                            new Part("rest", "not stopped", group.stoppableFen() - group.stoppedFen()))));
        }
        return bars;
    }

    private List<Bar> losses() {
        List<Bar> bars = new ArrayList<>();
        for (DrillReport.Loss loss : report.losses()) {
            if (loss.cause() != LossCause.BEFORE_CALL) {
                bars.add(new Bar(
                        loss.cause().chinese(),
                        loss.cause().english(),
                        Formats.yuan(loss.sumFen()),
                        "未止付(元) not stopped, CNY",
                        List.of(
                                new Part("cash", "cash", loss.cashFen()),
                                new Part("merchant", "merchant", loss.merchantFen()),
                                new Part("still", "still there", loss.stillThereFen()))));
            }
        }
        return bars;
    }
}
