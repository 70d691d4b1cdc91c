package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists batches. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists batches, the latest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay refund batch list", "  stoppay refund batch list --open"})
final class ListCommand extends ServiceCommandBase {

    @Option(names = "--open", description = "Only batches with plans that have not ended, and that were not rejected.")
    private boolean open;

    @Mixin
    private PageOption page = new PageOption();

    ListCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListRefundBatchesResponse answer = clients.batches()
                .listRefundBatches(ListRefundBatchesRequest.newBuilder()
                        .setOnlyOpen(open)
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> {
            console()
                    .print(new BatchView(console())
                            .list(((ListRefundBatchesResponse) output().visible(answer)).getBatchesList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }
}
