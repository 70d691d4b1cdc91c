package org.stoppayment.cli.command.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.command.view.ViewText;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.LiveDisplay;
import org.stoppayment.cli.output.PersonalData;
import org.stoppayment.cli.text.Text;
import org.stoppayment.proto.freeze.v1.CaseSnapshot;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** Draws a watched case as a tree, with its sums and the age of what is shown. */
final class WatchView implements StreamViewer<WatchCaseResponse> {

    private final Console console;
    private final LiveDisplay display;
    private CaseSnapshot shown = CaseSnapshot.getDefaultInstance();
    private Instant changedAt = Instant.EPOCH;

    WatchView(Console console) {
        this.console = console;
        this.display = new LiveDisplay(console);
    }

    @Override
    public void received(WatchCaseResponse message) {
        Instant asOf = OrderStates.instant(message.getAsOf());
        if (message.hasSnapshot()) {
            shown = message.getSnapshot();
            changedAt = asOf;
        }
        long unchanged = Duration.between(changedAt, asOf).toSeconds();
        show(console.text(CaseText.AS_OF, console.texts().timeOfDay(asOf), unchanged));
    }

    @Override
    public void disconnected(Text reason) {
        String warning = console.toned(Tone.WARNING, console.text(CaseText.CONNECTION_LOST, reason));
        if (display.isInPlace()) {
            show(console.text(CaseText.SHOWN_AS_OF, warning, console.texts().timeOfDay(changedAt)));
        } else {
            console.progress(warning);
        }
    }

    /** In place, the next redraw shows it. */
    @Override
    public void reconnected() {
        if (!display.isInPlace()) {
            console.progress(console.toned(Tone.GOOD, console.text(CaseText.RECONNECTED)));
        }
    }

    /** The age is shown only in place; appended to a log it would be noise. */
    private void show(String age) {
        String status = display.isInPlace() ? status() + "  " + console.toned(Tone.QUIET, age) : status();
        display.show(
                tree(), List.of(console.fitted(TraceTree.sums(console, shown.getTotal())), console.fitted(status)));
    }

    private String status() {
        String attention = AttentionText.suffix(console, shown.getAttentionReasonsList());
        if (shown.getSettled()) {
            return console.toned(
                    shown.getNeedsAttention() ? Tone.WARNING : Tone.GOOD, console.text(CaseText.SETTLED) + attention);
        }
        return console.text(ViewText.UNDER_WAY) + attention;
    }

    private List<String> tree() {
        if (!shown.hasTrace() && shown.getAccounts() > 0) {
            return List.of(console.fitted(console.text(CaseText.TOO_MANY, shown.getAccounts())));
        }
        return Stream.concat(
                        TraceTree.rows(console, shown.getTrace()).stream(),
                        DecisionTable.rows(console, maskedOrders()).stream())
                .toList();
    }

    private List<StopOrder> maskedOrders() {
        return shown.getProgress().getOrdersList().stream()
                .map(order -> (StopOrder) PersonalData.masked(order))
                .toList();
    }
}
