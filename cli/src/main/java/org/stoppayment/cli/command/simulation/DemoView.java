package org.stoppayment.cli.command.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.cases.Timeline;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.Trace;

/** Prints the results of the demo. */
final class DemoView {

    private final Console console;
    private final List<Played> played;

    DemoView(Console console, List<Played> played) {
        this.console = console;
        this.played = played;
    }

    /**
     * A case that was run.
     *
     * @param name its name
     * @param outcome its outcome
     * @param trace where its money went
     * @param differences the differences from the expectation
     */
    record Played(String name, CaseOutcome outcome, Trace trace, List<Difference> differences) {

        static final Comparator<Played> BY_LEVELS =
                Comparator.comparingInt(each -> each.trace().getLevels());

        boolean asExpected() {
            return outcome.settled() && differences.isEmpty();
        }

        /** Short text for the table. */
        String verdict() {
            if (!outcome.settled()) {
                return "NOT SETTLED";
            }
            return differences.isEmpty() ? "as expected" : differences.size() + " differences";
        }
    }

    /**
     * A line of the JSON result.
     *
     * @param name the case's name
     * @param caseId UUID of the case
     * @param reportedFen sum reported
     * @param taintedHeldFen sum held
     * @param millisToLastStop milliseconds from the call, null when no stop came into effect
     * @param levels the highest level
     * @param conserved true when the books of the case add up to the fen
     * @param asExpected true when it meets the expectation
     * @param differences what is not as expected
     */
    record Line(
            String name,
            String caseId,
            long reportedFen,
            long taintedHeldFen,
            @Nullable Long millisToLastStop,
            int levels,
            boolean conserved,
            boolean asExpected,
            List<Difference> differences) {}

    void printJson() {
        List<Line> lines = new ArrayList<>();
        for (Played each : played) {
            CaseOutcome outcome = each.outcome();
            lines.add(new Line(
                    each.name(),
                    outcome.caseId(),
                    outcome.progress().getReportedFen(),
                    outcome.progress().getTaintedHeldFen(),
                    outcome.millisToLastStop().orElse(null),
                    each.trace().getLevels(),
                    each.trace().getConserved(),
                    each.asExpected(),
                    each.differences()));
        }
        console.print(Json.of(lines));
    }

    void printTables() {
        if (!played.isEmpty()) {
            console.print(diagram(played.get(0)));
            console.print("");
            deepest(Collections.max(played, Played.BY_LEVELS));
            console.print("");
        }
        Table table = new Table(
                "case",
                ">levels",
                ">reported",
                ">held",
                ">cash",
                ">merchants",
                ">restored",
                ">last stop ms",
                "compared");
        for (Played each : played) {
            CaseOutcome outcome = each.outcome();
            table.row(
                    each.name(),
                    outcome.progress().getLevels(),
                    Formats.yuan(outcome.progress().getReportedFen()),
                    Formats.yuan(outcome.progress().getTaintedHeldFen()),
                    Formats.yuan(outcome.progress().getCashFen()),
                    Formats.yuan(outcome.progress().getMerchantFen()),
                    Formats.yuan(outcome.progress().getRestoredFen()),
                    outcome.millisToLastStop().map(String::valueOf).orElse("-"),
                    console.toned(each.asExpected() ? Tone.GOOD : Tone.BAD, each.verdict()));
        }
        console.print(table.render());
        for (Played each : played) {
            if (!each.outcome().settled()) {
                console.progress(
                        each.name() + ": " + String.join("; ", each.outcome().unsettled()));
            }
            each.differences().forEach(difference -> console.progress(each.name() + ": " + difference));
        }
    }

    /** The case with the most levels, account by account and level by level. */
    private void deepest(Played each) {
        Instant call = each.outcome().origin();
        console.print(each.name() + ", level by level (逐级追查); milliseconds from the call to the stop:");
        console.print("");
        console.print(TraceTree.of(console, each.trace(), call));
        console.print("");
        console.print(TraceTree.levels(each.trace(), call));
    }

    /** The path of a report through the services, with the times of this run. */
    static String diagram(Played each) {
        CaseOutcome outcome = each.outcome();
        String durable = at(outcome.millis(outcome.acceptedAt()));
        String arrived = Timeline.of(outcome).stream()
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
                                                 └───▶ fund-recovery   booked %s\
            """, each.name(), durable, stopped, arrived, booked);
    }

    private static String at(long millis) {
        return millis + " ms";
    }
}
