package org.stoppayment.cli.command.duty;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.util.List;
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
        Table table = new Table(
                "reason",
                ">at risk",
                ">age",
                "case",
                "account",
                "name",
                "institution",
                ">level",
                "state",
                "code",
                "application id");
        for (AttentionItem item : items) {
            table.row(
                    Formats.shortName(item.getKey().getReason()),
                    Formats.yuan(item.getAtRiskFen()),
                    console.texts()
                            .age(Duration.ofSeconds(
                                    Timestamps.between(item.getSince(), asOf).getSeconds())),
                    item.getKey().getCaseId(),
                    Formats.number(item.getAccount()),
                    Formats.orDash(item.getAccount().getName()),
                    Formats.orDash(item.getAccount().getInstitutionCode()),
                    item.getLevel(),
                    item.getState() == StopOrderState.STOP_ORDER_STATE_UNSPECIFIED
                            ? "-"
                            : console.toned(OrderTable.tone(item.getState()), Formats.shortName(item.getState())),
                    Formats.orDash(item.getResultCode()),
                    Formats.orDash(item.getApplicationId()));
        }
        return table.isEmpty() ? "nothing needs attention" : table.render();
    }
}
