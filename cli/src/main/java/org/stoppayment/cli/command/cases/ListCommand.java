package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists cases. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists cases, newest first, a page at a time.")
public final class ListCommand extends ServiceCommandBase {

    @Mixin
    private PageOption page = new PageOption();

    ListCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListCasesResponse answer = clients.intake()
                .listCases(ListCasesRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> print(answer));
    }

    private void print(ListCasesResponse answer) {
        Table table = new Table("case", "accepted", "status", "channel", "fraud", ">transfers", ">reported");
        for (CaseSummary summary : answer.getCasesList()) {
            table.row(
                    summary.getCaseId(),
                    OrderStates.instant(summary.getAcceptedAt()),
                    Formats.shortName(summary.getStatus()),
                    Formats.shortName(summary.getChannel()),
                    Formats.shortName(summary.getFraudType()),
                    summary.getTransferCount(),
                    Formats.yuan(summary.getReportedFen()));
        }
        console().print(table.isEmpty() ? "no cases" : table.render());
        page.hint(console(), answer.getNextPageToken());
    }
}
