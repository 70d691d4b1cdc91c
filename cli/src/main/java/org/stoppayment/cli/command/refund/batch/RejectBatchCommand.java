package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a batch. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = {
            "Rejects a batch, and its plans that are submitted.",
            "You must be another officer than the one who submitted it; a batch that nobody submitted may be rejected by",
            "anybody. Its plans can be put into another batch then. What is approved or being paid stays so."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund batch reject BATCH --reason 'made with the wrong desk'")
final class RejectBatchCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "BATCH", description = "Id of the batch.")
    private String batchId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    RejectBatchCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        RefundBatch batch = Batches.get(clients, batchId);
        new BatchPreview(context()).print(clients, batch);
        confirm.confirm(context(), console().text(BatchText.REJECT_QUESTION));
        return new BatchRun(context(), batch)
                .follow(clients.batches()
                        .rejectRefundBatch(RejectRefundBatchRequest.newBuilder()
                                .setBatchId(batchId)
                                .setReason(reason)
                                .setOperator(officer.operator())
                                .build()));
    }
}
