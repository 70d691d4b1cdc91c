package org.stoppayment.cli.command.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.cases.Timeline;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Json;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
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

    /**
     * One screen of what happened.
     *
     * @param inDetail true to show before it the way of the first report, and the money of the deepest case level by level
     */
    void printScreen(boolean inDetail) {
        if (inDetail && !played.isEmpty()) {
            console.print(diagram(played.get(0)));
            console.print("");
            deepest(Collections.max(played, Played.BY_LEVELS));
            console.print("");
        }
        new DemoSummary(console, played).print();
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
        console.print(each.name() + ", level by level (逐级追查)");
        console.print(console.fitted(TraceTree.timesNote(console)));
        console.print("");
        console.print(TraceTree.of(console, each.trace()));
        console.print("");
        console.print(TraceTree.levels(console, each.trace()));
    }

    /** The path of a report through the services, with the times of its last stop, in their order. */
    static String diagram(Played each) {
        CaseOutcome outcome = each.outcome();
        String note = outcome.clocks().note();
        Optional<StopOrder> last = OrderStates.lastInEffect(outcome.progress());
        List<Timeline.Step> steps = Timeline.of(outcome);
        return String.format(
                        Locale.ROOT,
                        """
                        %s, milliseconds from the call by this command's clock, for the stop that took longest%s:

                          110 call ───▶ case-intake ───▶ account-freeze ───▶ bank-gateway ───▶ the bank
                             0 ms       durable          sent                                  received
                                        %-16s %-36s  %s
                                                         in effect ◀─────────────────────── answered
                                                         %s
                                                             │
                                                             └───▶ fund-recovery   booked %s\
                        """,
                        each.name(),
                        note.isEmpty() ? "" : "\n(" + note + ")",
                        at(outcome.millis(
                                outcome.acceptedAt().plus(outcome.clocks().intake()))),
                        first(steps, last, OrderStates.name(StopOrderState.STOP_ORDER_STATE_SENDING)),
                        first(steps, last, Timeline.RECEIVED),
                        first(steps, last, OrderStates.name(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)),
                        outcome.bookedAt()
                                .map(moment -> at(outcome.millis(moment)))
                                .orElse("-"))
                .stripTrailing();
    }

    private static String first(List<Timeline.Step> steps, Optional<StopOrder> order, String event) {
        return order.map(StopOrder::getAccount)
                .flatMap(account -> steps.stream()
                        .filter(step -> step.event().equals(event)
                                && step.account().equals(account.getNumber())
                                && step.institution().equals(account.getInstitutionCode()))
                        .findFirst())
                .map(step -> at(step.millis()))
                .orElse("-");
    }

    private static String at(long millis) {
        return millis + " ms";
    }
}
