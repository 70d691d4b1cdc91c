package org.stoppayment.cli.command.refund.batch;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingApproverOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Approves the plans of a batch. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves the plans of a batch (审批), all with one document.",
            "You must be another officer than the one who submitted it. Shows the batch, and asks first. Says of each",
            "plan what came of it; exit code 3 when one was refused. Repeated, it goes on with the plans that are left."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund batch approve BATCH --document decision.pdf --level city")
final class ApproveBatchCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "BATCH", description = "Id of the batch.")
    private String batchId = "";

    @Mixin
    private DocumentOption document = new DocumentOption();

    @Mixin
    private BatchDigestOption digest = new BatchDigestOption();

    @Mixin
    private ActingApproverOption approver = new ActingApproverOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    ApproveBatchCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        document.require();
        digest.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        String documentDigest = document.digest(context()).orElse("");
        RefundBatch batch = digest.batch(clients, batchId);
        new BatchPreview(context()).print(clients, batch);
        console().progress(console().fitted(console().text(BatchText.DOCUMENT, documentDigest)));
        confirm.confirm(context(), console().text(BatchText.APPROVE_QUESTION));
        int exitCode = new BatchRun(context(), batch)
                .follow(clients.batches()
                        .approveRefundBatch(ApproveRefundBatchRequest.newBuilder()
                                .setBatchId(batchId)
                                .setDigest(batch.getDigest())
                                .setDocumentDigest(documentDigest)
                                .setApprover(approver.approver())
                                .build()));
        console().progress(console().text(BatchText.PAY_WITH, batchId));
        return exitCode;
    }
}
