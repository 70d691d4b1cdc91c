package org.stoppayment.cli.command.refund.batch;

import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ApproverOption.Level;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.refund.batch.BatchRun.Told;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--level",
            required = true,
            paramLabel = "LEVEL",
            description = "Level of the chief who approves it: county, or city (a city with districts, or higher).")
    private Level level = Level.COUNTY;

    @Mixin
    private BatchDigestOption digest = new BatchDigestOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

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
                .follow(
                        clients.batches()
                                .approveRefundBatch(ApproveRefundBatchRequest.newBuilder()
                                        .setBatchId(batchId)
                                        .setDigest(batch.getDigest())
                                        .setDocumentDigest(documentDigest)
                                        .setApprover(Approver.newBuilder()
                                                .setOrganisation(
                                                        officer.operator().getOrganisation())
                                                .setBadgeNumber(
                                                        officer.operator().getBadgeNumber())
                                                .setLevel(ApprovalLevel.valueOf("APPROVAL_LEVEL_" + level.name())))
                                        .build()),
                        ApproveBatchCommand::told);
        console().progress(console().text(BatchText.PAY_WITH, batchId));
        return exitCode;
    }

    private static Told told(ApproveRefundBatchResponse message) {
        return new Told(
                message,
                message.hasResult() ? Optional.of(message.getResult()) : Optional.empty(),
                message.hasBatch() ? Optional.of(message.getBatch()) : Optional.empty());
    }
}
