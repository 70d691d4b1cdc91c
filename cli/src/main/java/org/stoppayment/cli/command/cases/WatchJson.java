package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.text.Text;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;

/** Prints a watched case for programs: one line of JSON per message. */
final class WatchJson implements StreamViewer<WatchCaseResponse> {

    private final Console console;
    private final OutputOption output;

    WatchJson(Console console, OutputOption output) {
        this.console = console;
        this.output = output;
    }

    @Override
    public void received(WatchCaseResponse message) {
        console.print(MessageJson.line(output.visible(message)));
    }

    @Override
    public void disconnected(Text reason) {
        console.progress(console.text(CaseText.CONNECTION_LOST, reason));
    }

    @Override
    public void reconnected() {
        console.progress(console.text(CaseText.RECONNECTED));
    }
}
