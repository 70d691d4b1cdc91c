package org.stoppayment.cli.command.refund.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.recovery.v1.PayRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RefundBatchTotal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders the payments of the approved plans of a batch. */
@Command(
        name = "pay",
        mixinStandardHelpOptions = true,
        description = {
            "Orders the payments of the approved plans of a batch (返还).",
            "Shows the batch, and asks first. Says of each plan what came of it; exit code 3 when one was refused.",
            "However often it is repeated, each victim is paid once. With --wait, the exit code is 6 when a plan is",
            "still being paid then, and 1 when one was paid less or more."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay refund batch pay BATCH", "  stoppay refund batch pay BATCH --wait 5m"})
final class PayBatchCommand extends ServiceCommandBase {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Parameters(paramLabel = "BATCH", description = "Id of the batch.")
    private String batchId = "";

    @Mixin
    private BatchDigestOption digest = new BatchDigestOption();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Wait until all payments have ended, or this long, such as 30s or 5m. Default: do not wait.")
    private @Nullable Duration wait;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    PayBatchCommand(Context context) {
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
        confirm.confirm(context(), console().text(BatchText.PAY_QUESTION));
        int exitCode = new BatchRun(context(), batch)
                .follow(clients.batches()
                        .payRefundBatch(PayRefundBatchRequest.newBuilder()
                                .setBatchId(batchId)
                                .setDigest(batch.getDigest())
                                .setOperator(officer.operator())
                                .build()));
        if (wait == null) {
            console().progress(console().text(BatchText.SHOW_WITH, batchId));
            return exitCode;
        }
        RefundBatch settled = settled(clients, wait);
        if (output().json()) {
            output().print(console(), settled);
        } else {
            console().print(new BatchView(console()).totals(settled));
        }
        return exitCode == ExitCode.OK ? exitCode(settled) : exitCode;
    }

    /** The batch once none of its plans is being paid, or the time is over. Says how many are paid, when that changes. */
    private RefundBatch settled(ServiceClients clients, Duration time) {
        int[] said = {-1};
        return Polling.until(
                time,
                INTERVAL,
                () -> {
                    RefundBatch batch = Batches.get(clients, batchId);
                    int settled = settled(batch);
                    if (settled != said[0]) {
                        said[0] = settled;
                        console().progress(console().text(BatchText.SETTLED_OF, settled, settled + paying(batch)));
                    }
                    return batch;
                },
                batch -> paying(batch) == 0);
    }

    private static int settled(RefundBatch batch) {
        return count(batch, RefundBatchLineState.REFUND_BATCH_LINE_STATE_PAID)
                + count(batch, RefundBatchLineState.REFUND_BATCH_LINE_STATE_PAID_TOO_MUCH)
                + count(batch, RefundBatchLineState.REFUND_BATCH_LINE_STATE_NOT_ALL_PAID);
    }

    private static int paying(RefundBatch batch) {
        return count(batch, RefundBatchLineState.REFUND_BATCH_LINE_STATE_PAYING);
    }

    private static int count(RefundBatch batch, RefundBatchLineState state) {
        return batch.getTotalsList().stream()
                .filter(total -> total.getState() == state)
                .mapToInt(RefundBatchTotal::getPlans)
                .sum();
    }

    private static int exitCode(RefundBatch batch) {
        if (paying(batch) > 0) {
            return ExitCode.NOT_SETTLED;
        }
        boolean isAsOrdered = count(batch, RefundBatchLineState.REFUND_BATCH_LINE_STATE_NOT_ALL_PAID) == 0
                && count(batch, RefundBatchLineState.REFUND_BATCH_LINE_STATE_PAID_TOO_MUCH) == 0;
        return isAsOrdered ? ExitCode.OK : ExitCode.FAILED;
    }
}
