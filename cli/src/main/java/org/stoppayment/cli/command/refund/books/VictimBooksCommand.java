package org.stoppayment.cli.command.refund.books;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.proto.recovery.v1.GetVictimBooksRequest;
import org.stoppayment.proto.recovery.v1.GetVictimBooksResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the books of a victim. */
@Command(
        name = "victim",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the books of all cases of one victim.",
            "Cases are known to be of one person when the same document verified the identities (victim verify)."
        })
public final class VictimBooksCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of one of the cases.")
    private String caseId = "";

    @Mixin
    private AtOption at = new AtOption();

    VictimBooksCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        at.moment(console());
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetVictimBooksRequest.Builder request =
                GetVictimBooksRequest.newBuilder().setCaseId(caseId);
        at.moment(console()).ifPresent(request::setRecordedUntil);
        GetVictimBooksResponse answer = clients.victims().getVictimBooks(request.build());
        return show(answer, () -> {
            PositionTable table = new PositionTable(console(), Heading.CASE);
            answer.getCasesList().forEach(positions -> table.row(positions.getCaseId(), positions.getPositions()));
            table.row(console().text(BooksText.IN_ALL), answer.getTotal()).print();
            at.hint(console());
            console()
                    .progress(console()
                            .text(answer.getIsIdentityVerified() ? BooksText.ONE_PERSON : BooksText.NOT_VERIFIED));
        });
    }
}
