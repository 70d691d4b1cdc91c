package org.stoppayment.cli.command.refund;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists plans. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists plans, the latest first, with the conditions that are not met yet.",
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay refund list", "  stoppay refund list --case CASE --all"})
final class ListRefundsCommand extends ServiceCommandBase {

    @Option(
            names = "--case",
            paramLabel = "CASE",
            defaultValue = "",
            description = "Only plans that pay the victim of this case.")
    private String caseId = "";

    @Option(names = "--all", description = "Superseded plans as well.")
    private boolean all;

    @Mixin
    private PageOption page = new PageOption();

    ListRefundsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListRefundPlansResponse answer = clients.refunds()
                .listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId)
                        .setIncludeSuperseded(all)
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> {
            console().print(new RefundTable(console()).render(answer.getPlansList()));
            page.hint(console(), answer.getNextPageToken());
            if (answer.getPlansCount() > 0) {
                console().progress(console().text(RefundText.EXPLAIN_WITH, "PLAN"));
            }
        });
    }
}
