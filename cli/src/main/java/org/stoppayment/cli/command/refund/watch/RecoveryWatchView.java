package org.stoppayment.cli.command.refund.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.LiveDisplay;
import org.stoppayment.cli.text.Text;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;

/** Shows the return of money to a victim, with the age of what is shown. */
final class RecoveryWatchView implements StreamViewer<WatchRecoveryResponse> {

    private final Console console;
    private final OutputOption output;
    private final LiveDisplay display;
    private List<String> shown = List.of();
    private Instant changedAt = Instant.EPOCH;

    RecoveryWatchView(Console console, OutputOption output) {
        this.console = console;
        this.output = output;
        this.display = new LiveDisplay(console);
    }

    @Override
    public void received(WatchRecoveryResponse message) {
        Instant asOf = OrderStates.instant(message.getAsOf());
        if (message.hasSnapshot()) {
            shown = new SnapshotLines(console).of((RecoverySnapshot) output.visible(message.getSnapshot()));
            changedAt = asOf;
        }
        long unchanged = Duration.between(changedAt, asOf).toSeconds();
        show(console.toned(
                Tone.QUIET, console.text(WatchText.AS_OF, console.texts().timeOfDay(asOf), unchanged)));
    }

    @Override
    public void disconnected(Text reason) {
        String warning = console.toned(Tone.WARNING, console.text(WatchText.CONNECTION_LOST, reason));
        if (display.isInPlace()) {
            show(console.text(WatchText.SHOWN_AS_OF, warning, console.texts().timeOfDay(changedAt)));
        } else {
            console.progress(warning);
        }
    }

    /** In place, the next redraw shows it. */
    @Override
    public void reconnected() {
        if (!display.isInPlace()) {
            console.progress(console.toned(Tone.GOOD, console.text(WatchText.RECONNECTED)));
        }
    }

    /** The age is shown only in place; appended to a log it would be noise. */
    private void show(String age) {
        display.show(shown, display.isInPlace() ? List.of(console.fitted(age)) : List.of());
    }
}
