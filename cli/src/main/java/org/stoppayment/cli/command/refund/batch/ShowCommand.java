package org.stoppayment.cli.command.refund.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundBatchLinesResponse;
import org.stoppayment.proto.recovery.v1.RefundBatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a batch. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a batch, and where its plans stand, with sums.",
            "Then a page of its plans. A plan that was superseded stays in the batch, and is never paid by it."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund batch show BATCH --limit 200")
final class ShowCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "BATCH", description = "Id of the batch.")
    private String batchId = "";

    @Mixin
    private PageOption page = new PageOption();

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        RefundBatch batch = Batches.get(clients, batchId);
        ListRefundBatchLinesResponse lines = clients.batches()
                .listRefundBatchLines(ListRefundBatchLinesRequest.newBuilder()
                        .setBatchId(batchId)
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        if (output().json()) {
            console().print(Json.of(json(batch, lines)));
            return ExitCode.OK;
        }
        BatchView view = new BatchView(console());
        view.lines((RefundBatch) output().visible(batch)).forEach(console()::print);
        console().print("\n" + view.totals(batch) + "\n\n" + view.table(lines.getLinesList()));
        page.hint(console(), lines.getNextPageToken());
        return ExitCode.OK;
    }

    private ObjectNode json(RefundBatch batch, ListRefundBatchLinesResponse lines) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.set("batch", tree(output().visible(batch)));
        root.setAll((ObjectNode) tree(output().visible(lines)));
        return root;
    }

    private static JsonNode tree(Message message) {
        try {
            return Json.MAPPER.readTree(MessageJson.of(message));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
