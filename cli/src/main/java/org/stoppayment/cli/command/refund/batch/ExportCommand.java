package org.stoppayment.cli.command.refund.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.refund.batch.export.PayoutFormat;
import org.stoppayment.cli.command.refund.batch.export.PayoutTable;
import org.stoppayment.cli.files.PrivateFile;
import org.stoppayment.cli.files.ReportFile;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchPayoutsResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what victims get by a batch to a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what victims get by a batch to an .xlsx or .csv file.",
            "One row for each payout out of each freeze, with its plan, digest, case, accounts, payment and receipts;",
            "then totals. Sums are in yuan. In .xlsx account numbers are texts; in .csv a spreadsheet may round them.",
            "Names are masked unless --unmasked is given. Only you can read the file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund batch export BATCH --to batch.xlsx",
            "  stoppay refund batch export BATCH --to batch.csv --unmasked"
        })
final class ExportCommand extends ServiceCommandBase {

    private static final int PAGE = 100;

    @Parameters(paramLabel = "BATCH", description = "Id of the batch.")
    private String batchId = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file; its name ends with .xlsx or .csv. One that is there is replaced.")
    private @Nullable Path file;

    ExportCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        format();
        ReportFile.at(file());
    }

    private Path file() {
        return context().workingDirectory().resolve(Optional.ofNullable(file).orElseThrow());
    }

    private PayoutFormat format() {
        return PayoutFormat.of(file())
                .orElseThrow(() -> CliException.usage(BatchText.FORMAT_UNKNOWN, String.valueOf(file)));
    }

    @Override
    protected int ask(ServiceClients clients) {
        RefundBatch batch = Batches.get(clients, batchId);
        List<RefundBatchPayout> payouts = payouts(clients, batch);
        PayoutTable table = new PayoutTable(batch, payouts, console().vocabulary());
        PrivateFile.write(file(), out -> format().write(table, out));
        console()
                .print(console()
                        .fitted(console()
                                .text(
                                        BatchText.EXPORTED,
                                        String.valueOf(file),
                                        payouts.size(),
                                        Formats.yuan(table.payFen()))));
        console().progress(console().text(BatchText.PERSONAL));
        return ExitCode.OK;
    }

    private List<RefundBatchPayout> payouts(ServiceClients clients, RefundBatch batch) {
        List<RefundBatchPayout> payouts = new ArrayList<>();
        String token = "";
        try (DelayedProgress progress = new DelayedProgress(console(), console().text(BatchText.EXPORTING))) {
            do {
                ListRefundBatchPayoutsResponse page = clients.batches()
                        .listRefundBatchPayouts(ListRefundBatchPayoutsRequest.newBuilder()
                                .setBatchId(batch.getBatchId())
                                .setPageSize(PAGE)
                                .setPageToken(token)
                                .build());
                payouts.addAll(((ListRefundBatchPayoutsResponse) output().visible(page)).getPayoutsList());
                token = page.getNextPageToken();
            } while (!token.isEmpty());
        }
        return payouts;
    }
}
