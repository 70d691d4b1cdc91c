package org.stoppayment.cli.command.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.LiveDisplay;
import org.stoppayment.proto.freeze.v1.CaseSnapshot;
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
        show("as of " + console.texts().timeOfDay(asOf)
                + (unchanged == 0 ? "" : ", unchanged for " + unchanged + " s"));
    }

    @Override
    public void disconnected(String reason) {
        String warning = console.toned(Tone.WARNING, "connection lost") + " (" + reason + "), reconnecting";
        if (display.isInPlace()) {
            show(warning + "; what is shown is as of " + console.texts().timeOfDay(changedAt) + " or later");
        } else {
            console.progress(warning);
        }
    }

    /** In place, the next redraw shows it. */
    @Override
    public void reconnected() {
        if (!display.isInPlace()) {
            console.progress(console.toned(Tone.GOOD, "reconnected"));
        }
    }

    /** The age is shown only in place; appended to a log it would be noise. */
    private void show(String age) {
        List<String> footer = new ArrayList<>(List.of(TraceTree.sums(shown.getTotal()), status()));
        if (display.isInPlace()) {
            footer.set(1, status() + "  " + console.toned(Tone.QUIET, age));
        }
        display.show(tree(), footer);
    }

    private String status() {
        String attention = AttentionText.suffix(shown.getAttentionReasonsList());
        if (shown.getSettled()) {
            return console.toned(shown.getNeedsAttention() ? Tone.WARNING : Tone.GOOD, "settled" + attention);
        }
        return "under way: orders or outflows are still being followed" + attention;
    }

    private List<String> tree() {
        if (!shown.hasTrace() && shown.getAccounts() > 0) {
            return List.of(shown.getAccounts() + " accounts, too many to draw live; all of them: stoppay trace CASE");
        }
        return TraceTree.of(console, shown.getTrace()).lines().toList();
    }
}
