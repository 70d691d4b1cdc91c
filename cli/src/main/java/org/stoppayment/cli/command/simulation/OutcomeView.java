package org.stoppayment.cli.command.simulation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.Difference;
import org.stoppayment.cli.cases.Timeline;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Prints the outcome of a case, in English. */
final class OutcomeView {

    private static final String TIMES_NOTE =
            "MS: from the call by this command's clock (a replay: from the acceptance) to the event as who took part"
                    + " recorded it";

    private final Console console;
    private final CaseOutcome outcome;
    private final Optional<List<Difference>> differences;

    /** @param differences differences from the expectation, empty without an expectation */
    OutcomeView(Console console, CaseOutcome outcome, Optional<List<Difference>> differences) {
        this.console = console.inEnglish();
        this.outcome = outcome;
        this.differences = differences;
    }

    /**
     * An account of the JSON result.
     *
     * @param number its number
     * @param institutionCode its institution
     * @param level fewest transfers from a victim
     * @param state the order's state
     * @param taintedHeldFen tainted money held
     * @param balanceHeldFen whole balance held
     */
    record AccountLine(
            String number, String institutionCode, int level, String state, long taintedHeldFen, long balanceHeldFen) {}

    /**
     * The JSON result of a run; times in milliseconds from the call, on this command's clock.
     *
     * @param caseId UUID of the case
     * @param replayed true when the report was known already
     * @param settled true when it was settled and booked in time
     * @param needsAttention true when something of it should be looked at by a person
     * @param attentionReasons what of, such as {@code DECLINED 1}
     * @param conserved true when the books of the case add up to the fen
     * @param reportedFen sum reported
     * @param taintedHeldFen sum held
     * @param millisToLastStop until the last stop was in effect, null when none was
     * @param timeline its events
     * @param clockShifts how the moments of other clocks were shifted to this command's, as a note; empty when they were not
     * @param accounts the orders
     * @param differences differences from the expectation, null without an expectation
     */
    record RunResult(
            String caseId,
            boolean replayed,
            boolean settled,
            boolean needsAttention,
            List<String> attentionReasons,
            boolean conserved,
            long reportedFen,
            long taintedHeldFen,
            @Nullable Long millisToLastStop,
            List<Timeline.Step> timeline,
            String clockShifts,
            List<AccountLine> accounts,
            @Nullable List<Difference> differences) {}

    void printJson() {
        CaseProgress progress = outcome.progress();
        console.print(Json.of(new RunResult(
                outcome.caseId(),
                outcome.replayed(),
                outcome.settled(),
                progress.getNeedsAttention(),
                progress.getAttentionReasonsList().stream()
                        .map(reason -> AttentionText.reasons(console, List.of(reason)))
                        .toList(),
                progress.getConserved(),
                progress.getReportedFen(),
                progress.getTaintedHeldFen(),
                outcome.millisToLastStop().orElse(null),
                Timeline.of(outcome),
                outcome.clocks().note(),
                progress.getOrdersList().stream().map(OutcomeView::line).toList(),
                differences.orElse(null))));
    }

    private static AccountLine line(StopOrder order) {
        return new AccountLine(
                order.getAccount().getNumber(),
                order.getAccount().getInstitutionCode(),
                order.getLevel(),
                Vocabulary.shortName(order.getState()),
                order.getTaintedHeldFen(),
                order.getBalanceHeldFen());
    }

    void printTables() {
        console.print("case " + outcome.caseId());
        if (outcome.replayed()) {
            line("replay: the request id is known already; the world is unchanged, times count from the acceptance");
        }
        console.print("");
        line(TIMES_NOTE);
        String note = outcome.clocks().note();
        if (!note.isEmpty()) {
            line(note);
        }
        Table steps = new Table(">ms", "event", "account", "institution", "detail");
        Timeline.of(outcome)
                .forEach(step -> steps.row(
                        step.millis(),
                        step.event(),
                        Formats.orDash(step.account()),
                        Formats.orDash(console.vocabulary().institution(step.institution())),
                        step.detail()));
        console.print(steps.render(console));
        console.print("");
        console.print(OrderTable.of(console, outcome.progress().getOrdersList()));
        console.print("");
        line("reported " + Formats.yuan(outcome.progress().getReportedFen()) + "  held "
                + Formats.yuan(outcome.progress().getTaintedHeldFen())
                + outcome.millisToLastStop()
                        .map(millis -> "  last stop in effect " + millis + " ms after the call")
                        .orElse("  no stop in effect")
                + AttentionText.suffix(console, outcome.progress().getAttentionReasonsList())
                + TraceTree.conserved(console, outcome.progress().getConserved()));
    }

    private void line(String text) {
        console.print(console.fitted(text));
    }

    void printVerdict() {
        WarningPrinter.print(console, outcome.warnings());
        if (!outcome.settled()) {
            console.progress(console.toned(Tone.BAD, "not settled in time: ") + String.join("; ", outcome.unsettled()));
        }
        differences.ifPresent(found -> {
            found.forEach(difference -> console.progress(console.toned(Tone.BAD, "difference: ") + difference));
            console.progress(
                    found.isEmpty()
                            ? console.toned(Tone.GOOD, "as expected")
                            : console.toned(Tone.BAD, found.size() + " differences"));
        });
    }
}
