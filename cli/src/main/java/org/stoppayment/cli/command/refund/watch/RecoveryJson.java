package org.stoppayment.cli.command.refund.watch;

import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.text.Text;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;

/** Prints the return of money for programs: one line of JSON per message. */
final class RecoveryJson implements StreamViewer<WatchRecoveryResponse> {

    private final Console console;
    private final OutputOption output;

    RecoveryJson(Console console, OutputOption output) {
        this.console = console;
        this.output = output;
    }

    @Override
    public void received(WatchRecoveryResponse message) {
        console.print(MessageJson.line(output.visible(message)));
    }

    @Override
    public void disconnected(Text reason) {
        console.progress(console.text(WatchText.CONNECTION_LOST, reason));
    }

    @Override
    public void reconnected() {
        console.progress(console.text(WatchText.RECONNECTED));
    }
}
