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

/** Prints the outcome of a case. */
final class OutcomeView {

    private final Console console;
    private final CaseOutcome outcome;
    private final Optional<List<Difference>> differences;

    /** @param differences differences from the expectation, empty without an expectation */
    OutcomeView(Console console, CaseOutcome outcome, Optional<List<Difference>> differences) {
        this.console = console;
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
                        .map(reason -> AttentionText.reasons(console.inEnglish(), List.of(reason)))
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
        CaseProgress progress = outcome.progress();
        console.print(console.text(RunText.CASE, outcome.caseId()));
        if (outcome.replayed()) {
            line(console.text(RunText.REPLAY));
        }
        console.print("");
        line(console.text(RunText.TIMES_NOTE));
        String note = outcome.clocks().note(console.texts());
        if (!note.isEmpty()) {
            line(note);
        }
        console.print(steps());
        console.print("");
        console.print(OrderTable.of(console, progress.getOrdersList()));
        console.print("");
        console.print(console.text(
                RunText.SUMS, Formats.yuan(progress.getReportedFen()), Formats.yuan(progress.getTaintedHeldFen())));
        String attention = AttentionText.suffix(console, progress.getAttentionReasonsList());
        String conserved = TraceTree.conserved(console, progress.getConserved());
        line(outcome.millisToLastStop()
                .map(millis -> console.text(RunText.LAST_STOP, Long.toString(millis), attention, conserved))
                .orElseGet(() -> console.text(RunText.NO_STOP, attention, conserved)));
    }

    /** Institutions by their short names; the table of orders has their codes. */
    private String steps() {
        StepWords words = new StepWords(console);
        Table steps = new Table(
                ">" + console.text(RunText.MS),
                console.text(RunText.EVENT),
                console.text(RunText.ACCOUNT),
                console.text(RunText.INSTITUTION),
                console.text(RunText.DETAIL));
        Timeline.of(outcome)
                .forEach(step -> steps.row(
                        step.millis(),
                        words.event(step),
                        Formats.orDash(step.account()),
                        Formats.orDash(console.vocabulary().institutionName(step.institution())),
                        words.detail(step)));
        return steps.render(console);
    }

    private void line(String text) {
        console.print(console.fitted(text));
    }

    void printVerdict() {
        WarningPrinter.print(console, outcome.warnings());
        if (!outcome.settled()) {
            console.progress(console.toned(Tone.BAD, console.text(RunText.NOT_SETTLED))
                    + String.join("; ", outcome.unsettled(console.texts())));
        }
        differences.ifPresent(found -> {
            found.forEach(difference -> console.progress(console.toned(Tone.BAD, console.text(RunText.DIFFERENCE))
                    + difference.inWords().in(console.texts())));
            console.progress(
                    found.isEmpty()
                            ? console.toned(Tone.GOOD, console.text(RunText.AS_EXPECTED))
                            : console.toned(Tone.BAD, console.text(RunText.DIFFERENCES, found.size())));
        });
    }
}
