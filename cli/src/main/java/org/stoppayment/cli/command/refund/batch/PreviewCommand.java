package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which plans a batch would have. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Shows which plans a batch would have, and what they pay.",
            "Plans that meet the criteria and cannot be put into it are named with the reason. Nothing is stored."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund batch preview --station 'Zhangzhou police'",
            "  stoppay refund batch preview --institution ICBC --to-sum 5,000.00 --from-days 30",
            "  stoppay refund batch preview --approved"
        })
final class PreviewCommand extends ServiceCommandBase {

    @Mixin
    private CriteriaOptions options = new CriteriaOptions();

    PreviewCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        options.check();
    }

    @Override
    protected int ask(ServiceClients clients) {
        BatchCriteria criteria = options.criteria(institutions());
        PreviewRefundBatchResponse answer = preview(console(), clients, criteria);
        return show(answer, () -> {
            console().print(new SelectionView(console()).render(criteria, answer));
            if (answer.getPlansCount() > 0) {
                console().progress(console().text(BatchText.CREATE_WITH));
            }
        });
    }

    /** The plans that meet criteria; says that they are being chosen when that takes longer. */
    static PreviewRefundBatchResponse preview(Console console, ServiceClients clients, BatchCriteria criteria) {
        try (DelayedProgress progress = new DelayedProgress(console, console.text(BatchText.CHOOSING))) {
            return clients.batches()
                    .previewRefundBatch(PreviewRefundBatchRequest.newBuilder()
                            .setCriteria(criteria)
                            .build());
        }
    }
}
