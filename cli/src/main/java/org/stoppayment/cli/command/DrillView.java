package org.stoppayment.cli.command;

import org.stoppayment.cli.drill.DrillReport;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.output.Views;

/** Prints what came of a drill. */
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
        console.print(levels().render());
        console.print("");
        console.print(times().render());
        console.print("");
        console.print(muleDelays().render());
        if (!report.losses().isEmpty()) {
            console.print("");
            console.print(losses().render());
        }
        warnings();
    }

    private void head() {
        DrillReport.Money money = report.money();
        DrillReport.Cases cases = report.cases();
        Table table = new Table("money", ">yuan", ">share");
        table.row("reported", Views.yuan(money.reportedFen()), "");
        table.row("gone before the call", Views.yuan(money.goneBeforeCallFen()), "");
        table.row("could be stopped at the call", Views.yuan(money.stoppableFen()), "");
        table.row(
                "stopped, of that",
                Views.yuan(money.stoppedFen()),
                console.toned(Tone.GOOD, Views.percent(money.stoppedOfStoppablePercent())));
        table.row("stopped, of all", Views.yuan(money.stoppedFen()), Views.percent(money.stoppedOfReportedPercent()));
        console.print("seed " + report.options().seed() + ", " + report.seconds() + " s: "
                + Views.counted(cases.sent(), "report") + " sent, "
                + cases.accepted() + " accepted (p50 " + Views.orDash(cases.acceptedP50Millis()) + " ms, p99 "
                + Views.orDash(cases.acceptedP99Millis()) + " ms), " + Views.counted(cases.over(), "case") + " over");
        console.print("");
        console.print(table.render());
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
                    Views.yuan(level.receivedFen()),
                    Views.yuan(level.onwardFen()),
                    Views.yuan(level.stoppedFen()),
                    Views.yuan(level.goneBeforeCallFen()),
                    Views.yuan(level.cashFen()),
                    Views.yuan(level.merchantFen()),
                    Views.yuan(level.stillThereFen()),
                    Views.percent(level.stoppedPercent()));
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
                    Views.orDash(level.p50Millis()),
                    Views.orDash(level.p95Millis()),
                    Views.orDash(level.p99Millis()));
        }
        return table;
    }

    private Table muleDelays() {
        Table table = new Table("mules keep it", ">cases", ">reported", ">could be stopped", ">stopped", ">share");
        for (DrillReport.MuleDelay group : report.muleDelays()) {
            table.row(
                    group.label(),
                    group.cases(),
                    Views.yuan(group.reportedFen()),
                    Views.yuan(group.stoppableFen()),
                    Views.yuan(group.stoppedFen()),
                    Views.percent(group.stoppedOfStoppablePercent()));
        }
        return table;
    }

    private Table losses() {
        Table table = new Table("not stopped because", ">cash", ">merchant", ">still there", ">in all");
        for (DrillReport.Loss loss : report.losses()) {
            table.row(
                    loss.cause().english(),
                    Views.yuan(loss.cashFen()),
                    Views.yuan(loss.merchantFen()),
                    Views.yuan(loss.stillThereFen()),
                    Views.yuan(loss.sumFen()));
        }
        DrillReport.Money money = report.money();
        table.row(
                "in all",
                Views.yuan(money.cashFen()),
                Views.yuan(money.merchantFen()),
                Views.yuan(money.stillThereFen()),
                Views.yuan(money.notStoppedFen()));
        return table;
    }

    private void warnings() {
        int open = report.options().cases() - report.cases().over();
        if (open > 0) {
            console.progress(console.toned(
                    Tone.BAD,
                    Views.counted(open, "case") + (open == 1 ? " was" : " were") + " not over when the time was"));
        }
        if (report.cases().latestSentMillis() > 1_000) {
            console.progress(console.toned(Tone.WARNING, "the drill itself was late: ")
                    + report.cases().latestSentMillis() + " ms behind its rate at most");
        }
        long differs = report.money().suiteSaysHeldFen() - report.money().stoppedFen();
        if (differs != 0) {
            console.progress("the suite says it holds "
                    + Views.yuan(report.money().suiteSaysHeldFen()) + ", the institutions hold "
                    + Views.yuan(report.money().stoppedFen()));
        }
    }
}
