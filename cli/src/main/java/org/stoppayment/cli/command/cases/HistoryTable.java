package org.stoppayment.cli.command.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.cases.CaseHistory.Event;
import org.stoppayment.cli.cases.CaseTransfers;
import org.stoppayment.cli.command.cases.filing.FilingLines;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.command.view.OrderTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.ReportedTransfer;

/** What happened in a case as a table, oldest first. */
final class HistoryTable {

    /** Causes that say no more than the state. */
    private static final Set<String> PLAIN = Set.of("SENT", "TAKEN", "EXTENDED", "LIFTED", "FROZEN");

    private final Console console;
    private final Case found;
    private final CaseTransfers transfers;

    HistoryTable(Console console, Case found, CaseTransfers transfers) {
        this.console = console;
        this.found = found;
        this.transfers = transfers;
    }

    /** One line for each event. */
    String render(Iterable<Event> events) {
        Table table = new Table(
                Heading.of(console, Heading.AT, Heading.EVENT, Heading.ACCOUNT, Heading.INSTITUTION, Heading.DETAIL));
        for (Event event : events) {
            Optional<Account> account = event.order().map(StopOrder::getAccount).or(() -> event.transfer()
                    .map(transfer -> transfer.getTransfer().getPayee()));
            table.row(
                    console.texts().moment(event.at()),
                    name(event),
                    account.map(Formats::number).orElse(Formats.orDash("")),
                    Formats.orDash(account.map(Account::getInstitutionCode)
                            .map(console.vocabulary()::institution)
                            .orElse("")),
                    Formats.orDash(detail(event)));
        }
        return table.render(console);
    }

    private String name(Event event) {
        return switch (event.kind()) {
            case REPORTED -> console.text(CaseText.EVENT_REPORTED, transfersOfReport());
            case ADDED -> console.text(CaseText.EVENT_ADDED, number(event));
            case CORRECTED ->
                console.text(
                        CaseText.EVENT_CORRECTED,
                        event.transfer()
                                .map(ReportedTransfer::getCorrectsTransferId)
                                .flatMap(transfers::number)
                                .orElse(0),
                        number(event));
            case EXTENDED -> console.text(CaseText.EVENT_EXTENDED);
            case FILED -> console.text(CaseText.EVENT_FILED);
            case FILING_CORRECTED -> console.text(CaseText.EVENT_FILING_CORRECTED);
            case CLOSED -> console.text(CaseText.EVENT_CLOSED);
            case WITHDRAWN -> console.text(CaseText.EVENT_WITHDRAWN);
            case ORDER ->
                event.step()
                        .map(step -> console.toned(
                                OrderTable.tone(step.getState()),
                                console.vocabulary().value(step.getState())))
                        .orElse("");
        };
    }

    private int transfersOfReport() {
        return found.getReport().getTransfersCount();
    }

    private int number(Event event) {
        return event.transfer()
                .map(ReportedTransfer::getTransferId)
                .flatMap(transfers::number)
                .orElse(0);
    }

    private String detail(Event event) {
        return switch (event.kind()) {
            case WITHDRAWN ->
                console.texts()
                        .listed(List.of(
                                found.getWithdrawal().getReason(),
                                found.getWithdrawal().getReference()));
            case FILED, FILING_CORRECTED ->
                event.filing()
                        .map(filing -> FilingLines.revision(console, filing))
                        .orElse("");
            case CLOSED -> found.getClosing().getReason();
            default ->
                event.step().map(TimelineEntry::getCause).map(this::cause).orElse("");
        };
    }

    /** The meaning of a result code; else the cause with its first word, which is a code, in the language of the reader. */
    private String cause(String cause) {
        if (PLAIN.contains(cause)) {
            return "";
        }
        return console.vocabulary().cause(cause);
    }
}
