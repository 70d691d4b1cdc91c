package org.stoppayment.cli.command.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.Trace;

/** Prints the results of the demo. */
final class DemoView {

    private final Console console;
    private final List<Played> played;
    private final DemoFreeze.Frozen frozen;
    private final DemoRefund.GivenBack givenBack;

    DemoView(Console console, List<Played> played, DemoFreeze.Frozen frozen, DemoRefund.GivenBack givenBack) {
        this.console = console;
        this.played = played;
        this.frozen = frozen;
        this.givenBack = givenBack;
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

        CaseProgress progress() {
            return outcome.progress();
        }
    }

    /**
     * A line of the JSON result.
     *
     * @param name the case's name
     * @param caseId UUID of the case
     * @param reportedFen sum reported
     * @param taintedHeldFen sum held
     * @param frozenFen sum frozen afterwards, of the case that was filed
     * @param givenBackFen sum given back afterwards, of the same case
     * @param millisToLastStop milliseconds from the call until account-freeze recorded the last stop, on one clock; null when no
     *     stop came into effect
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
            long frozenFen,
            long givenBackFen,
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
                    each.name().equals(frozen.name()) ? frozen.frozenFen() : 0,
                    each.name().equals(givenBack.name()) ? givenBack.paidFen() : 0,
                    outcome.millisToLastStop().orElse(null),
                    each.trace().getLevels(),
                    each.trace().getConserved(),
                    each.asExpected(),
                    each.differences()));
        }
        console.print(Json.of(lines));
    }

    /**
     * One screen of what happened.
     *
     * @param inDetail true to show before it the way of the first report, and the money of the deepest case level by level
     */
    void printScreen(boolean inDetail) {
        if (inDetail && !played.isEmpty()) {
            console.print(new ReportDiagram(console, played.get(0).outcome())
                    .render(played.get(0).name()));
            console.print("");
            deepest(Collections.max(played, Played.BY_LEVELS));
            console.print("");
        }
        new DemoSummary(console, played, frozen, givenBack).print();
        for (Played each : played) {
            if (!each.outcome().settled()) {
                console.say(
                        DemoText.DIFFERS,
                        each.name(),
                        String.join("; ", each.outcome().unsettled(console.texts())));
            }
            each.differences().forEach(difference -> console.say(DemoText.DIFFERS, each.name(), difference.inWords()));
        }
    }

    /** The case with the most levels, account by account and level by level. */
    private void deepest(Played each) {
        console.print(console.text(DemoText.LEVEL_BY_LEVEL, each.name()));
        console.print(console.fitted(TraceTree.timesNote(console)));
        console.print("");
        console.print(TraceTree.of(console, each.trace()));
        console.print("");
        console.print(TraceTree.levels(console, each.trace()));
    }
}
