package org.stoppayment.cli.command.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.ReportedTransfer;

/** The transfers of a case by number, and what became of each. Masking is up to the caller. */
final class TransferTable {

    private final Console console;
    private final CaseTransfers transfers;
    private final CaseProgress progress;
    private final Instant now;

    /** @param now countdowns are counted from here */
    TransferTable(Console console, CaseTransfers transfers, CaseProgress progress, Instant now) {
        this.console = console;
        this.transfers = transfers;
        this.progress = progress;
        this.now = now;
    }

    /** One line for each transfer; empty when there is none. */
    String render() {
        Table table = new Table(Heading.of(
                console,
                Heading.NUMBER,
                Heading.PAYEE,
                Heading.NAME,
                Heading.INSTITUTION,
                Heading.SUM,
                Heading.STATE,
                Heading.REASON,
                Heading.PAID_AT,
                Heading.STOP_ENDS));
        int number = 1;
        for (ReportedTransfer each : transfers.all()) {
            row(table, number++, each);
        }
        return table.isEmpty() ? "" : table.render(console);
    }

    private void row(Table table, int number, ReportedTransfer reported) {
        Transfer transfer = reported.getTransfer();
        Optional<Integer> correction = transfers.lastCorrection(reported.getTransferId());
        Optional<StopOrder> order = correction.isPresent() ? Optional.empty() : CaseTransfers.order(reported, progress);
        table.row(
                number,
                Formats.number(transfer.getPayee()),
                Formats.orDash(transfer.getPayee().getName()),
                Formats.orDash(
                        console.vocabulary().institution(transfer.getPayee().getInstitutionCode())),
                transfer.hasAmountFen() ? Formats.yuan(transfer.getAmountFen()) : Formats.orDash(""),
                correction
                        .map(by -> console.toned(Tone.QUIET, console.text(CaseText.REPLACED_BY, by)))
                        .or(() -> order.map(this::state))
                        .orElse(Formats.orDash("")),
                Formats.orDash(order.map(this::reason).orElse("")),
                transfer.hasTransferredAt() ? console.moment(transfer.getTransferredAt()) : Formats.orDash(""),
                order.map(this::end).orElse(Formats.orDash("")));
    }

    private String state(StopOrder order) {
        return console.toned(
                OrderTable.tone(order.getState()), console.vocabulary().value(order.getState()));
    }

    /** Why it is not stopped, in words. */
    private String reason(StopOrder order) {
        List<String> reasons = new ArrayList<>();
        switch (order.getState()) {
            case STOP_ORDER_STATE_DECLINED, STOP_ORDER_STATE_HELD_BY_OTHER -> {
                reasons.add(console.vocabulary().resultCode(order.getResultCode()));
                order.getMismatchedList()
                        .forEach(field -> reasons.add(console.vocabulary().code(field)));
            }
            case STOP_ORDER_STATE_MANUAL -> reasons.add(console.vocabulary().code(order.getManualReason()));
            default -> {}
        }
        reasons.removeIf(String::isEmpty);
        return console.texts().listed(reasons);
    }

    private String end(StopOrder order) {
        if (order.getState() != StopOrderState.STOP_ORDER_STATE_IN_EFFECT || !order.hasExpiresAt()) {
            return Formats.orDash("");
        }
        Duration left = Duration.between(now, OrderStates.instant(order.getExpiresAt()));
        return console.text(
                CaseText.STOP_ENDS_IN,
                console.moment(order.getExpiresAt()),
                console.texts().age(left));
    }
}
