package org.stoppayment.cli.command;

import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.output.Views;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists cases. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists cases, newest first, a page at a time.")
final class ListCommand extends ServiceCommandBase {

    @Mixin
    private PageOption page = new PageOption();

    ListCommand(Context context) {
        super(context);
    }

    @Override
    int ask(ServiceClients clients) {
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
                    Views.plain(summary.getStatus()),
                    Views.plain(summary.getChannel()),
                    Views.plain(summary.getFraudType()),
                    summary.getTransferCount(),
                    Views.yuan(summary.getReportedFen()));
        }
        console().print(table.isEmpty() ? "no cases" : table.render());
        page.hint(console(), answer.getNextPageToken());
    }
}
