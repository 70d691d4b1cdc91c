package org.stoppayment.cli.drill.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.drill.accounting.LossCause;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.drill.html.StackedBars.Bar;
import org.stoppayment.cli.drill.html.StackedBars.Part;
import org.stoppayment.cli.output.Formats;

/** The report as a page: one file, charts drawn inline, nothing fetched; Chinese first, English beside it. */
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
        return "<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>止付演练报告 · Drill report</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n"
                + head() + tiles()
                + section(
                        "资金去向",
                        "Where the money ended",
                        legend("stopped", "before", "cash", "merchant", "still") + whole())
                + section(
                        "追赶",
                        "The race: of what could be stopped at the call",
                        TimeCharts.race(report.race(), report.money().stoppableFen()))
                + section(
                        "各级拦截",
                        "By level of mules. Bar: all money that came to rest there; figure: share stopped of what"
                                + " could be",
                        legend("stopped", "before", "cash", "merchant", "still") + levels())
                + section(
                        "各级止付用时",
                        "From the call to the stop, by level: p50 / p95 / p99",
                        legend("p50", "p95", "p99") + TimeCharts.stopTimes(report.levels()))
                + section(
                        "按卡主停留时间",
                        "By how long mules keep the money, of what could be stopped",
                        legend("stopped", "rest") + muleDelays())
                + section(
                        "报案后未拦截的原因",
                        "Could be stopped, was not, and why",
                        legend("cash", "merchant", "still") + losses())
                + HtmlReportTables.of(report)
                + "</main>\n</body>\n</html>\n";
    }

    private String head() {
        DrillReport.Options options = report.options();
        return "<header><h1>止付演练报告 <small>Drill report</small></h1><p>"
                + Svg.escape("种子 seed " + options.seed() + " · " + options.cases() + " 起 cases · " + options.rate()
                        + " · 卡主停留 mules keep it " + options.muleDelay() + " · 机构应答 institutions answer in "
                        + options.bankDelay() + " · 报案滞后 call after " + options.callAfter() + " · 层级 levels "
                        + options.levels() + " · 故障 faults " + options.institutionFaultPercent() + " % · 误报 mistakes "
                        + options.mistakePercent() + " % · " + report.startedAt())
                + "</p></header>\n";
    }

    private String tiles() {
        DrillReport.Money money = report.money();
        return "<div class=\"tiles\">"
                + tile(
                        "报案时尚可拦截资金的拦截率",
                        "stopped, of what could be stopped at the call",
                        Formats.percent(money.stoppedOfStoppablePercent()))
                + tile("全部涉案资金的拦截率", "stopped, of all", Formats.percent(money.stoppedOfReportedPercent()))
                + tile("报案时尚可拦截(元)", "could be stopped at the call, CNY", Formats.yuan(money.stoppableFen()))
                + tile("已止付(元)", "stopped, CNY", Formats.yuan(money.stoppedFen()))
                + tile("涉案(元)", "reported, CNY", Formats.yuan(money.reportedFen()))
                + "</div>\n";
    }

    private static String tile(String chinese, String english, String value) {
        return "<div class=\"tile\"><b>" + Svg.escape(value) + "</b><span>" + Svg.escape(chinese) + "</span><small>"
                + Svg.escape(english) + "</small></div>";
    }

    private static String section(String chinese, String english, String content) {
        return "<section><h2>" + Svg.escape(chinese) + " <small>" + Svg.escape(english) + "</small></h2>" + content
                + "</section>\n";
    }

    private static String legend(String... styles) {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (String style : styles) {
            legend.append("<i class=\"").append(style).append("\"></i>").append(meaning(style));
        }
        return legend.append("</p>").toString();
    }

    private static String meaning(String style) {
        return switch (style) {
            case "stopped" -> "已止付 stopped";
            case "before" -> "报案前流出 gone before the call";
            case "cash" -> "取现 cash";
            case "merchant" -> "消费 merchant";
            case "still" -> "仍在账户 still there";
            case "p50" -> "p50:半数在此之前 half of the stops were sooner";
            case "p95" -> "p95:95 % 在此之前 95 % were";
            case "p99" -> "p99:99 % 在此之前 99 % were";
            default -> "未止付 not stopped";
        };
    }

    private String whole() {
        DrillReport.Money money = report.money();
        long before = money.goneBeforeCallFen();
        DrillReport.Loss early = report.losses().stream()
                .filter(loss -> loss.cause() == LossCause.BEFORE_CALL)
                .findFirst()
                .orElse(new DrillReport.Loss(LossCause.BEFORE_CALL, 0, 0, 0, 0));
        return StackedBars.byShare(
                "money",
                List.of(new Bar(
                        "全部涉案资金",
                        "all that was reported",
                        Formats.yuan(money.reportedFen()),
                        "涉案(元) reported, CNY",
                        List.of(
                                new Part("stopped", "stopped", money.stoppedFen()),
                                new Part("before", "gone before the call", before),
                                new Part("cash", "cash", money.cashFen() - early.cashFen()),
                                new Part("merchant", "merchant", money.merchantFen() - early.merchantFen()),
                                new Part("still", "still there", money.stillThereFen())))));
    }

    private String levels() {
        List<Bar> bars = new ArrayList<>();
        for (DrillReport.Level level : report.levels()) {
            bars.add(new Bar(
                    "第 " + level.level() + " 级",
                    level.stops() + " of " + Formats.counted(level.accounts(), "account"),
                    Formats.percent(level.stoppedPercent()),
                    ofStoppable(level.stoppedFen() + level.cashFen() + level.merchantFen() + level.stillThereFen()),
                    List.of(
                            new Part("stopped", "stopped", level.stoppedFen()),
                            new Part("before", "gone before the call", level.goneBeforeCallFen()),
                            new Part("cash", "cash", level.cashFen()),
                            new Part("merchant", "merchant", level.merchantFen()),
                            new Part("still", "still there", level.stillThereFen()))));
        }
        return StackedBars.byShare("by level", bars);
    }

    /** What a share is of; the bar beside it may show more money than that. */
    private static String ofStoppable(long fen) {
        return "占可拦截 of " + Formats.yuan(fen) + " stoppable";
    }

    private String muleDelays() {
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
        return StackedBars.byShare("by mule delay", bars);
    }

    private String losses() {
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
        return bars.isEmpty() ? "<p>全部止付 · everything was stopped</p>" : StackedBars.bySum("losses", bars);
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
