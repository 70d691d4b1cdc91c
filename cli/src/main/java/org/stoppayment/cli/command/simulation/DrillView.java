package org.stoppayment.cli.command.simulation;

import java.util.stream.Stream;
import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.text.Language;

/** Prints the report of a drill. */
final class DrillView {

    private static final long MAX_LATE_MILLIS = 1_000;

    private final Console console;
    private final DrillReport report;

    DrillView(Console console, DrillReport report) {
        this.console = console;
        this.report = report;
    }

    void print() {
        head();
        section(money());
        section(levels());
        section(lossesByLevel());
        console.print("");
        console.print(console.fitted(console.text(DrillText.TIMES_NOTE)));
        console.print(times().render(console));
        section(muleDelays());
        if (!report.losses().isEmpty()) {
            section(losses());
        }
        warnings();
    }

    private void section(Table table) {
        console.print("");
        console.print(table.render(console));
    }

    private void head() {
        DrillReport.Cases cases = report.cases();
        console.print(console.text(
                DrillText.HEAD,
                Long.toString(report.options().seed()),
                report.seconds(),
                cases.sent(),
                cases.accepted(),
                cases.over(),
                Formats.orDash(cases.acceptedP50Millis()),
                Formats.orDash(cases.acceptedP99Millis())));
    }

    private Table money() {
        DrillReport.Money money = report.money();
        return table(DrillText.MONEY, DrillText.YUAN, DrillText.SHARE)
                .row(console.text(DrillText.REPORTED), Formats.yuan(money.reportedFen()), "")
                .row(console.text(DrillText.GONE_BEFORE_CALL), Formats.yuan(money.goneBeforeCallFen()), "")
                .row(console.text(DrillText.STOPPABLE), Formats.yuan(money.stoppableFen()), "")
                .row(
                        console.text(DrillText.STOPPED_OF_THAT),
                        Formats.yuan(money.stoppedFen()),
                        console.toned(Tone.GOOD, Formats.percent(money.stoppedOfStoppablePercent())))
                .row(
                        console.text(DrillText.STOPPED_OF_ALL),
                        Formats.yuan(money.stoppedFen()),
                        Formats.percent(money.stoppedOfReportedPercent()));
    }

    /** Where the money of each level was stopped or went on; {@link #lossesByLevel} has the rest. */
    private Table levels() {
        Table table =
                figures(DrillText.LEVEL, DrillText.RECEIVED, DrillText.ONWARD, DrillText.STOPPED, DrillText.SHARE);
        for (DrillReport.Level level : report.levels()) {
            table.row(
                    level.level(),
                    Formats.yuan(level.receivedFen()),
                    Formats.yuan(level.onwardFen()),
                    Formats.yuan(level.stoppedFen()),
                    Formats.percent(level.stoppedPercent()));
        }
        return table;
    }

    private Table lossesByLevel() {
        Table table = figures(
                DrillText.LEVEL, DrillText.GONE_BEFORE, DrillText.CASH, DrillText.MERCHANT, DrillText.STILL_THERE);
        for (DrillReport.Level level : report.levels()) {
            table.row(
                    level.level(),
                    Formats.yuan(level.goneBeforeCallFen()),
                    Formats.yuan(level.cashFen()),
                    Formats.yuan(level.merchantFen()),
                    Formats.yuan(level.stillThereFen()));
        }
        return table;
    }

    private Table times() {
        Table table = figures(
                DrillText.LEVEL, DrillText.ACCOUNTS, DrillText.STOPPED, DrillText.P50, DrillText.P95, DrillText.P99);
        for (DrillReport.Level level : report.levels()) {
            table.row(
                    level.level(),
                    level.accounts(),
                    level.stops(),
                    Formats.orDash(level.p50Millis()),
                    Formats.orDash(level.p95Millis()),
                    Formats.orDash(level.p99Millis()));
        }
        return table;
    }

    private Table muleDelays() {
        Table table = table(
                DrillText.MULES_KEEP_IT,
                DrillText.CASES,
                DrillText.REPORTED,
                DrillText.COULD_BE_STOPPED,
                DrillText.STOPPED,
                DrillText.SHARE);
        for (DrillReport.MuleDelay group : report.muleDelays()) {
            table.row(
                    group.belowMillis() == null
                            ? console.text(DrillText.FROM, group.fromMillis() / 1_000)
                            : console.text(DrillText.FROM_TO, group.fromMillis() / 1_000, group.belowMillis() / 1_000),
                    group.cases(),
                    Formats.yuan(group.reportedFen()),
                    Formats.yuan(group.stoppableFen()),
                    Formats.yuan(group.stoppedFen()),
                    Formats.percent(group.stoppedOfStoppablePercent()));
        }
        return table;
    }

    private Table losses() {
        boolean inChinese = console.texts().language() == Language.ZH;
        Table table = table(
                DrillText.NOT_STOPPED, DrillText.CASH, DrillText.MERCHANT, DrillText.STILL_THERE, DrillText.IN_ALL);
        for (DrillReport.Loss loss : report.losses()) {
            table.row(
                    inChinese ? loss.cause().chinese() : loss.cause().english(),
                    Formats.yuan(loss.cashFen()),
                    Formats.yuan(loss.merchantFen()),
                    Formats.yuan(loss.stillThereFen()),
                    Formats.yuan(loss.sumFen()));
        }
        DrillReport.Money money = report.money();
        return table.row(
                console.text(DrillText.IN_ALL),
                Formats.yuan(money.cashFen()),
                Formats.yuan(money.merchantFen()),
                Formats.yuan(money.stillThereFen()),
                Formats.yuan(money.notStoppedFen()));
    }

    /** A table of figures, all aligned to the right. */
    private Table figures(DrillText... headings) {
        return new Table(Stream.of(headings).map(this::aligned).toArray(String[]::new));
    }

    /** A table of figures, with words in the first column. */
    private Table table(DrillText first, DrillText... figures) {
        return new Table(
                Stream.concat(Stream.of(console.text(first)), Stream.of(figures).map(this::aligned))
                        .toArray(String[]::new));
    }

    private String aligned(DrillText heading) {
        return ">" + console.text(heading);
    }

    private void warnings() {
        int open = report.options().cases() - report.cases().over();
        if (open > 0) {
            console.progress(console.toned(Tone.BAD, console.text(DrillText.NOT_OVER, open)));
        }
        if (report.cases().latestSentMillis() > MAX_LATE_MILLIS) {
            console.progress(console.toned(
                    Tone.WARNING,
                    console.text(DrillText.LATE, Long.toString(report.cases().latestSentMillis()))));
        }
        long differs = report.money().suiteSaysHeldFen() - report.money().stoppedFen();
        if (differs != 0) {
            console.say(
                    DrillText.DIFFERS,
                    Formats.yuan(report.money().suiteSaysHeldFen()),
                    Formats.yuan(report.money().stoppedFen()));
        }
    }
}
