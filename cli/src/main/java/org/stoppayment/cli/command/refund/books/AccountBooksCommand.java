package org.stoppayment.cli.command.refund.books;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerRequest;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the books of an account. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the books of an account, by case.",
            "Each case counts its own claim; together they may exceed what the account holds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay recovery account ICBC 6222020000000000018",
            "  stoppay recovery account ICBC 6222020000000000018 --at 2026-03-01T10:05 --entries"
        })
public final class AccountBooksCommand extends ServiceCommandBase {

    @Parameters(index = "0", paramLabel = "INSTITUTION", description = "Institution of the account: code or name.")
    private String institution = "";

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "Number of the account.")
    private String account = "";

    @Mixin
    private AtOption at = new AtOption();

    @Option(names = "--entries", description = "Also the entries, a page at a time.")
    private boolean entries;

    @Mixin
    private PageOption page = new PageOption();

    AccountBooksCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (!AccountNumber.hasForm(AccountNumber.normalise(account))) {
            throw CliException.usage(BooksText.ACCOUNT_INVALID, Masking.mask(account), AccountNumber.FORM_IN_WORDS);
        }
        at.moment(console());
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetAccountLedgerRequest.Builder request = GetAccountLedgerRequest.newBuilder()
                .setInstitutionCode(institutions().codeOf("INSTITUTION", institution))
                .setAccountNumber(AccountNumber.normalise(account))
                .setPageSize(entries ? page.size() : 1)
                .setPageToken(page.token());
        at.moment(console()).ifPresent(request::setRecordedUntil);
        GetAccountLedgerResponse answer = clients.recovery().getAccountLedger(request.build());
        return show(answer, () -> {
            if (answer.getCasesCount() > 0) { // on the first page
                PositionTable table = new PositionTable(console(), Heading.CASE);
                answer.getCasesList().forEach(positions -> table.row(positions.getCaseId(), positions.getPositions()));
                table.print();
            }
            at.hint(console());
            if (answer.getCasesCount() > 1) {
                console().progress(console().text(BooksText.CLAIMS_OVERLAP));
            }
            if (entries) {
                console().print("");
                console().print(console().text(BooksText.ENTRIES));
                new EntryTable(console()).print(((GetAccountLedgerResponse) output().visible(answer)).getEntriesList());
                page.hint(console(), answer.getNextPageToken());
            }
        });
    }
}
