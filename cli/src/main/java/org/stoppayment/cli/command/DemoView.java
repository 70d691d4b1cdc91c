package org.stoppayment.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.Comparison.Scope;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.cases.Timeline;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.output.Views;

/** Prints what came of the demo. */
final class DemoView {

    private final Console console;
    private final List<Played> played;

    DemoView(Console console, List<Played> played) {
        this.console = console;
        this.played = played;
    }

    /**
     * A case that was played.
     *
     * @param demo which one
     * @param outcome what came of it
     * @param differences what is not as expected, within the scope
     */
    record Played(DemoCase demo, CaseOutcome outcome, List<Difference> differences) {

        boolean asExpected() {
            return outcome.settled() && differences.isEmpty();
        }

        /** In a word or two. */
        String verdict() {
            if (!outcome.settled()) {
                return "NOT SETTLED";
            }
            return differences.isEmpty() ? "as expected" : differences.size() + " differences";
        }

        String note() {
            return demo.scope() == Scope.FIRST_LEVEL ? "first level only: further levels are not followed yet" : "";
        }
    }

    /**
     * A line of the result, for programs.
     *
     * @param name the case's name
     * @param caseId UUID of the case
     * @param reportedFen sum reported
     * @param taintedHeldFen sum held
     * @param millisToLastStop milliseconds from the call, null when no stop came into effect
     * @param asExpected true when it is
     * @param note what was left out of the comparison
     * @param differences what is not as expected
     */
    record Line(
            String name,
            String caseId,
            long reportedFen,
            long taintedHeldFen,
            @Nullable Long millisToLastStop,
            boolean asExpected,
            String note,
            List<Difference> differences) {}

    void printJson() {
        List<Line> lines = new ArrayList<>();
        for (Played each : played) {
            CaseOutcome outcome = each.outcome();
            lines.add(new Line(
                    each.demo().name(),
                    outcome.caseId(),
                    outcome.progress().getReportedFen(),
                    outcome.progress().getTaintedHeldFen(),
                    outcome.millisToLastStop().orElse(null),
                    each.asExpected(),
                    each.note(),
                    each.differences()));
        }
        console.print(Json.of(lines));
    }

    void printTables() {
        if (!played.isEmpty()) {
            console.print(picture(played.get(0)));
            console.print("");
        }
        Table table = new Table("case", ">reported", ">held", ">last stop ms", "compared", "note");
        for (Played each : played) {
            CaseOutcome outcome = each.outcome();
            table.row(
                    each.demo().name(),
                    Views.yuan(outcome.progress().getReportedFen()),
                    Views.yuan(outcome.progress().getTaintedHeldFen()),
                    outcome.millisToLastStop().map(String::valueOf).orElse("-"),
                    console.toned(each.asExpected() ? Tone.GOOD : Tone.BAD, each.verdict()),
                    each.note());
        }
        console.print(table.render());
        for (Played each : played) {
            if (!each.outcome().settled()) {
                console.progress(each.demo().name() + ": "
                        + String.join("; ", each.outcome().unsettled()));
            }
            each.differences()
                    .forEach(difference -> console.progress(each.demo().name() + ": " + difference));
        }
    }

    /** The way of a report through the house, with the times of this run. */
    static String picture(Played each) {
        CaseOutcome outcome = each.outcome();
        String durable = at(outcome.millis(outcome.acceptedAt()));
        String door = Timeline.of(outcome).stream()
                .filter(step -> step.event().equals("AT THE DOOR"))
                .findFirst()
                .map(step -> at(step.millis()))
                .orElse("-");
        String stopped = OrderStates.lastInEffectAt(outcome.progress())
                .map(moment -> at(outcome.millis(moment)))
                .orElse("-");
        String booked =
                outcome.bookedAt().map(moment -> at(outcome.millis(moment))).orElse("-");
        return String.format(Locale.ROOT, """
                %s, from the call:

                  110 call ───▶ case-intake ───▶ account-freeze ───▶ bank-gateway ───▶ the bank
                     0 ms       durable          in effect                             at the door
                                %-16s %-36s  %s
                                                     │
                                                     └───▶ fund-recovery   booked %s""", each.demo().name(), durable, stopped, door, booked);
    }

    private static String at(long millis) {
        return millis + " ms";
    }
}
