package org.stoppayment.cli.command.simulation;

import org.stoppayment.cli.drill.figures.DrillReport;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;

/** Prints the report of a drill. */
final class DrillView {

    private final Console console;
    private final DrillReport report;

    DrillView(Console console, DrillReport report) {
        this.console = console;
        this.report = report;
    }

    void print() {
        head();
        console.print("");
        console.print(levels().render(console));
        console.print("");
        console.print(
                console.fitted(
                        "MS: from the call to the stop moment at the institution, by the clock of this host and its simulator"));
        console.print(times().render(console));
        console.print("");
        console.print(muleDelays().render(console));
        if (!report.losses().isEmpty()) {
            console.print("");
            console.print(losses().render(console));
        }
        warnings();
    }

    private void head() {
        DrillReport.Money money = report.money();
        DrillReport.Cases cases = report.cases();
        Table table = new Table("money", ">yuan", ">share");
        table.row("reported", Formats.yuan(money.reportedFen()), "");
        table.row("gone before the call", Formats.yuan(money.goneBeforeCallFen()), "");
        table.row("could be stopped at the call", Formats.yuan(money.stoppableFen()), "");
        table.row(
                "stopped, of that",
                Formats.yuan(money.stoppedFen()),
                console.toned(Tone.GOOD, Formats.percent(money.stoppedOfStoppablePercent())));
        table.row(
                "stopped, of all", Formats.yuan(money.stoppedFen()), Formats.percent(money.stoppedOfReportedPercent()));
        console.print(console.fitted("seed " + report.options().seed() + ", " + report.seconds() + " s: "
                + Formats.counted(cases.sent(), "report") + " sent, "
                + cases.accepted() + " accepted (p50 " + Formats.orDash(cases.acceptedP50Millis()) + " ms, p99 "
                + Formats.orDash(cases.acceptedP99Millis()) + " ms), " + Formats.counted(cases.over(), "case")
                + " over"));
        console.print("");
        console.print(table.render(console));
    }

    private Table levels() {
        Table table = new Table(
                ">level",
                ">received",
                ">onward",
                ">stopped",
                ">gone before",
                ">cash",
                ">merchant",
                ">still there",
                ">share");
        for (DrillReport.Level level : report.levels()) {
            table.row(
                    level.level(),
                    Formats.yuan(level.receivedFen()),
                    Formats.yuan(level.onwardFen()),
                    Formats.yuan(level.stoppedFen()),
                    Formats.yuan(level.goneBeforeCallFen()),
                    Formats.yuan(level.cashFen()),
                    Formats.yuan(level.merchantFen()),
                    Formats.yuan(level.stillThereFen()),
                    Formats.percent(level.stoppedPercent()));
        }
        return table;
    }

    private Table times() {
        Table table = new Table(">level", ">accounts", ">stopped", ">p50 ms", ">p95 ms", ">p99 ms");
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
        Table table = new Table("mules keep it", ">cases", ">reported", ">could be stopped", ">stopped", ">share");
        for (DrillReport.MuleDelay group : report.muleDelays()) {
            table.row(
                    group.label(),
                    group.cases(),
                    Formats.yuan(group.reportedFen()),
                    Formats.yuan(group.stoppableFen()),
                    Formats.yuan(group.stoppedFen()),
                    Formats.percent(group.stoppedOfStoppablePercent()));
        }
        return table;
    }

    private Table losses() {
        Table table = new Table("not stopped because", ">cash", ">merchant", ">still there", ">in all");
        for (DrillReport.Loss loss : report.losses()) {
            table.row(
                    loss.cause().english(),
                    Formats.yuan(loss.cashFen()),
                    Formats.yuan(loss.merchantFen()),
                    Formats.yuan(loss.stillThereFen()),
                    Formats.yuan(loss.sumFen()));
        }
        DrillReport.Money money = report.money();
        table.row(
                "in all",
                Formats.yuan(money.cashFen()),
                Formats.yuan(money.merchantFen()),
                Formats.yuan(money.stillThereFen()),
                Formats.yuan(money.notStoppedFen()));
        return table;
    }

    private void warnings() {
        int open = report.options().cases() - report.cases().over();
        if (open > 0) {
            console.progress(console.toned(
                    Tone.BAD,
                    Formats.counted(open, "case") + (open == 1 ? " was" : " were") + " not over at the timeout"));
        }
        if (report.cases().latestSentMillis() > 1_000) {
            console.progress(console.toned(Tone.WARNING, "the drill itself was late: ")
                    + report.cases().latestSentMillis() + " ms behind its rate at most");
        }
        long differs = report.money().suiteSaysHeldFen() - report.money().stoppedFen();
        if (differs != 0) {
            console.progress("the suite says it holds "
                    + Formats.yuan(report.money().suiteSaysHeldFen()) + ", the institutions hold "
                    + Formats.yuan(report.money().stoppedFen()));
        }
    }
}
