package org.stoppayment.cli.command.duty;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** What needs attention as a table. Masking is up to the caller. */
final class AttentionTable {

    private AttentionTable() {}

    /** One line per item; ages are counted to {@code asOf}. */
    static String of(Console console, List<AttentionItem> items, Timestamp asOf) {
        Table table = new Table(Heading.of(
                console,
                Heading.REASON,
                Heading.AT_RISK,
                Heading.AGE,
                Heading.CASE,
                Heading.ACCOUNT,
                Heading.NAME,
                Heading.INSTITUTION,
                Heading.LEVEL,
                Heading.STATE,
                Heading.CODE,
                Heading.APPLICATION_ID));
        for (AttentionItem item : items) {
            table.row(
                    console.vocabulary().value(item.getKey().getReason()),
                    Formats.yuan(item.getAtRiskFen()),
                    console.texts()
                            .age(Duration.ofSeconds(
                                    Timestamps.between(item.getSince(), asOf).getSeconds())),
                    item.getKey().getCaseId(),
                    Formats.number(item.getAccount()),
                    Formats.orDash(item.getAccount().getName()),
                    Formats.orDash(
                            console.vocabulary().institution(item.getAccount().getInstitutionCode())),
                    item.getLevel(),
                    item.getState() == StopOrderState.STOP_ORDER_STATE_UNSPECIFIED
                            ? "-"
                            : console.toned(
                                    OrderTable.tone(item.getState()),
                                    console.vocabulary().value(item.getState())),
                    Formats.orDash(console.vocabulary().resultCode(item.getResultCode())),
                    Formats.orDash(item.getApplicationId()));
        }
        return table.isEmpty() ? console.text(DutyText.NOTHING_NEEDS_ATTENTION) : table.render(console);
    }
}
