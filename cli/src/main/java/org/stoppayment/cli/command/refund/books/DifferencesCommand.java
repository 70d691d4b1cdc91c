package org.stoppayment.cli.command.refund.books;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.recovery.v1.LedgerDifference;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesRequest;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists differences between the books and what institutions told. */
@Command(
        name = "differences",
        mixinStandardHelpOptions = true,
        description = {
            "Lists accounts whose books do not agree with what institutions told.",
            "By account and case: what the books have as held and frozen, and what stops, freezes or the balance say."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay recovery differences", "  stoppay recovery differences --all"})
public final class DifferencesCommand extends ServiceCommandBase {

    @Option(names = "--all", description = "Differences that are gone as well.")
    private boolean all;

    @Mixin
    private PageOption page = new PageOption();

    DifferencesCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListLedgerDifferencesResponse answer = clients.reconciliation()
                .listLedgerDifferences(ListLedgerDifferencesRequest.newBuilder()
                        .setIncludeResolved(all)
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> {
            console().print(table(answer.getDifferencesList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }

    private String table(List<LedgerDifference> differences) {
        Table table = new Table(Heading.of(
                console(),
                Heading.ACCOUNT,
                Heading.KIND,
                Heading.BOOKED,
                Heading.TOLD,
                Heading.SINCE,
                Heading.ENDED,
                Heading.CASE,
                Heading.INSTITUTION));
        for (LedgerDifference difference : differences) {
            table.row(
                    Formats.number(difference.getAccount()),
                    console().vocabulary().value(difference.getKind()),
                    Formats.yuan(difference.getBookedFen()),
                    Formats.yuan(difference.getToldFen()),
                    console().moment(difference.getFirstSeenAt()),
                    difference.hasResolvedAt() ? console().moment(difference.getResolvedAt()) : Formats.orDash(""),
                    Formats.orDash(difference.getCaseId()),
                    Formats.orDash(console()
                            .vocabulary()
                            .institution(difference.getAccount().getInstitutionCode())));
        }
        return table.isEmpty() ? console().text(BooksText.NO_DIFFERENCES) : table.render(console());
    }
}
