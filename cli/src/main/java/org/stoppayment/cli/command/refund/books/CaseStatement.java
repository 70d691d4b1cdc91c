package org.stoppayment.cli.command.refund.books;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The books of a case: as of a moment, and with their entries. */
public final class CaseStatement {

    @Mixin
    private AtOption at = new AtOption();

    @Option(names = "--entries", description = "Also the entries, a page at a time.")
    private boolean entries;

    @Mixin
    private PageOption page = new PageOption();

    /** True when it is asked for instead of the overview. */
    public boolean isWanted(Console console) {
        return entries || at.moment(console).isPresent();
    }

    /** Asks for it. */
    public GetRecoveryResponse ask(ServiceClients clients, String caseId, Console console) {
        GetRecoveryRequest.Builder request =
                GetRecoveryRequest.newBuilder().setCaseId(caseId).setPageToken(page.token());
        at.moment(console).ifPresent(request::setRecordedUntil);
        return clients.recovery()
                .getRecovery(request.setPageSize(entries ? page.size() : 1).build());
    }

    /** Prints it. */
    public void print(GetRecoveryResponse books, Console console) {
        if (books.hasTotal()) { // on the first page
            PositionTable table = new PositionTable(console, Heading.ACCOUNT);
            books.getAccountsList()
                    .forEach(account -> table.row(Formats.number(account.getAccount()), account.getPositions()));
            table.row(console.text(BooksText.IN_ALL), books.getTotal()).print();
        }
        at.hint(console);
        if (entries) {
            console.print("");
            console.print(console.text(BooksText.ENTRIES));
            new EntryTable(console).print(books.getEntriesList());
            page.hint(console, books.getNextPageToken());
        }
    }
}
