package org.stoppayment.cli.command.refund.batch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a batch. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a batch of the plans that meet the criteria now.",
            "Shows them, and asks first. When the plans have changed since they were shown, no batch is made.",
            "Which plans a batch has never changes; a plan is in one open batch at most."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund batch create --station 'Zhangzhou police' --to-sum 5,000.00")
final class CreateCommand extends ServiceCommandBase {

    @Mixin
    private CriteriaOptions options = new CriteriaOptions();

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of the batch, to send the same one again. Default: a new one.")
    private @Nullable String batchId;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    CreateCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        options.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        BatchCriteria criteria = options.criteria(institutions());
        Optional<RefundBatch> there = Optional.ofNullable(batchId).flatMap(id -> Batches.find(clients, id));
        if (there.isPresent()) {
            return showMade(there.get(), criteria);
        }
        PreviewRefundBatchResponse selection = PreviewCommand.preview(console(), clients, criteria);
        console().progress(new SelectionView(console()).render(criteria, selection));
        if (selection.getPlansCount() == 0) {
            throw CliException.refused(BatchText.NOTHING_CHOSEN);
        }
        confirm.confirm(context(), console().text(BatchText.CREATE_QUESTION));
        CreateRefundBatchResponse answer = create(clients, criteria, selection.getDigest());
        return show(answer);
    }

    /** The request was answered before: the plans of its preview are in the batch, and not free any more. */
    private int showMade(RefundBatch batch, BatchCriteria criteria) {
        if (!batch.getCriteria().equals(criteria)) {
            throw CliException.refused(BatchText.REQUEST_ID_USED, batch.getBatchId());
        }
        return show(CreateRefundBatchResponse.newBuilder().setBatch(batch).build());
    }

    private int show(CreateRefundBatchResponse answer) {
        RefundBatch batch = answer.getBatch();
        return show(answer, () -> {
            new BatchView(console())
                    .lines((RefundBatch) output().visible(batch))
                    .forEach(console()::print);
            console().progress(console().text(BatchText.SUBMIT_WITH, batch.getBatchId()));
        });
    }

    private CreateRefundBatchResponse create(ServiceClients clients, BatchCriteria criteria, String digest) {
        CreateRefundBatchRequest request = CreateRefundBatchRequest.newBuilder()
                .setBatchId(batchId == null ? newRequestId() : batchId)
                .setCriteria(criteria)
                .setDigest(digest)
                .setOperator(officer.operator())
                .build();
        try (DelayedProgress progress = new DelayedProgress(console(), console().text(BatchText.CHOOSING))) {
            return clients.batches().createRefundBatch(request);
        }
    }
}
