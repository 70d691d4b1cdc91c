package org.stoppayment.cli.command.simulation;

import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.cases.CaseOutcome;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.cases.Timeline;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** The path of a report through the services, with the times of its last stop, in their order. */
final class ReportDiagram {

    private static final int INTAKE = 15;
    private static final int FREEZE = 31;
    private static final int RECOVERY = 35;
    private static final int BANK = 67;

    private final Console console;
    private final CaseOutcome outcome;
    private final Optional<StopOrder> last;
    private final List<Timeline.Step> steps;

    ReportDiagram(Console console, CaseOutcome outcome) {
        this.console = console;
        this.outcome = outcome;
        this.last = OrderStates.lastInEffect(outcome.progress());
        this.steps = Timeline.of(outcome);
    }

    /** The diagram below the name of the case. */
    String render(String name) {
        String note = outcome.clocks().note(console.texts());
        String accepted =
                at(outcome.millis(outcome.acceptedAt().plus(outcome.clocks().intake())));
        String booked =
                outcome.bookedAt().map(moment -> at(outcome.millis(moment))).orElse("-");
        return String.join(
                "\n",
                text(DemoText.DIAGRAM, name) + (note.isEmpty() ? "" : "\n(" + note + ")"),
                "",
                "  " + text(DemoText.CALL) + " ──▶ case-intake ──▶ account-freeze ──▶ bank-gateway ──▶ "
                        + text(DemoText.BANK),
                line(
                        new Cell(5, at(0)),
                        new Cell(INTAKE, text(DemoText.DURABLE)),
                        new Cell(FREEZE, text(DemoText.SENT)),
                        new Cell(BANK, text(DemoText.ARRIVED))),
                line(
                        new Cell(INTAKE, accepted),
                        new Cell(FREEZE, first(OrderStates.name(StopOrderState.STOP_ORDER_STATE_SENDING))),
                        new Cell(BANK, first(Timeline.RECEIVED))),
                line(new Cell(FREEZE, text(DemoText.IN_EFFECT) + " ◀──────────────────── " + text(DemoText.ANSWERED))),
                line(new Cell(FREEZE, first(OrderStates.name(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)))),
                line(new Cell(RECOVERY, "│")),
                line(new Cell(RECOVERY, "└──▶ fund-recovery   " + text(DemoText.BOOKED) + " " + booked)));
    }

    private String text(DemoText key, Object... arguments) {
        return console.text(key, arguments);
    }

    private record Cell(int column, String text) {}

    /** Each text at its column. */
    private static String line(Cell... cells) {
        StringBuilder line = new StringBuilder();
        for (Cell cell : cells) {
            line.append(" ".repeat(Math.max(0, cell.column() - DisplayWidth.of(line.toString()))))
                    .append(cell.text());
        }
        return line.toString();
    }

    private String first(String event) {
        return last.map(StopOrder::getAccount)
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
