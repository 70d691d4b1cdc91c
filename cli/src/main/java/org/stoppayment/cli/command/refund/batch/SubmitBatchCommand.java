package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for the approval of the plans of a batch. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for the approval of the plans of a batch (呈请返还资金).",
            "Shows the batch, and asks first. Says of each plan what came of it; exit code 3 when one was refused.",
            "Repeated, it goes on with the plans that are left."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund batch submit BATCH")
final class SubmitBatchCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "BATCH", description = "Id of the batch.")
    private String batchId = "";

    @Mixin
    private BatchDigestOption digest = new BatchDigestOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    SubmitBatchCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        digest.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        RefundBatch batch = digest.batch(clients, batchId);
        new BatchPreview(context()).print(clients, batch);
        confirm.confirm(context(), console().text(BatchText.SUBMIT_QUESTION));
        int exitCode = new BatchRun(context(), batch)
                .follow(clients.batches()
                        .submitRefundBatch(SubmitRefundBatchRequest.newBuilder()
                                .setBatchId(batchId)
                                .setDigest(batch.getDigest())
                                .setOperator(officer.operator())
                                .build()));
        console().progress(console().text(BatchText.APPROVE_WITH, batchId));
        return exitCode;
    }
}
