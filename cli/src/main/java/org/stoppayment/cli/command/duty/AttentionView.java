package org.stoppayment.cli.command.duty;

import com.google.protobuf.Timestamp;
import java.util.List;
import org.stoppayment.cli.client.StreamViewer;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.cli.text.Text;
import org.stoppayment.proto.freeze.v1.AttentionChanges;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionKey;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** Prints what needs attention as it changes: for people the table, then a line per change; for programs one JSON object per message. */
final class AttentionView implements StreamViewer<WatchAttentionResponse> {

    private final Console console;
    private final OutputOption output;

    AttentionView(Console console, OutputOption output) {
        this.console = console;
        this.output = output;
    }

    @Override
    public void received(WatchAttentionResponse received) {
        WatchAttentionResponse message = (WatchAttentionResponse) output.visible(received);
        if (output.json()) {
            console.print(MessageJson.line(message));
        } else if (message.hasSnapshot()) {
            console.print(AttentionTable.of(console, message.getSnapshot().getItemsList(), message.getAsOf()));
            more(message.getSnapshot().getMore());
        } else if (message.hasChanges()) {
            changes(message.getChanges(), message.getAsOf());
        }
    }

    private void changes(AttentionChanges changes, Timestamp asOf) {
        lines(console.toned(Tone.BAD, console.text(DutyText.NEW)), changes.getAddedList(), asOf);
        lines(console.toned(Tone.WARNING, console.text(DutyText.CHANGED)), changes.getChangedList(), asOf);
        for (AttentionKey key : changes.getClosedList()) {
            print(console.text(
                    DutyText.GONE_ITEM,
                    console.moment(asOf),
                    console.toned(Tone.GOOD, console.text(DutyText.GONE)),
                    console.vocabulary().value(key.getReason()),
                    key.getAccountNumber(),
                    key.getCaseId()));
        }
        more(changes.getMore());
    }

    private void lines(String what, List<AttentionItem> items, Timestamp asOf) {
        for (AttentionItem item : items) {
            print(console.text(
                    DutyText.NEW_ITEM,
                    console.moment(asOf),
                    what,
                    console.vocabulary().value(item.getKey().getReason()),
                    Formats.yuan(item.getAtRiskFen()),
                    Formats.number(item.getAccount()),
                    item.getKey().getCaseId(),
                    item.getResultCode().isEmpty() ? 0 : 1,
                    console.vocabulary().resultCode(item.getResultCode())));
        }
    }

    private void print(String line) {
        console.print(console.fitted(line));
    }

    private void more(boolean more) {
        if (more) {
            console.progress(console.text(DutyText.MORE_ITEMS));
        }
    }

    @Override
    public void disconnected(Text reason) {
        console.progress(console.toned(Tone.WARNING, console.text(DutyText.CONNECTION_LOST, reason)));
    }

    @Override
    public void reconnected() {
        console.progress(console.toned(Tone.GOOD, console.text(DutyText.RECONNECTED)));
    }
}
