package org.stoppayment.cli.command.refund.batch;

import picocli.CommandLine.Command;

/** Batches of plans. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = {
            "Submits, approves and pays many plans together (集中返还).",
            "A batch is a fixed list of plans. Each act on it is that on its plans, one by one, with the same rules:",
            "what would be refused for a plan is refused for it in a batch, and the others go on. Whatever was",
            "interrupted is repeated, and goes on; nothing is done twice."
        },
        subcommands = {
            PreviewCommand.class,
            CreateCommand.class,
            ListCommand.class,
            ShowCommand.class,
            SubmitBatchCommand.class,
            ApproveBatchCommand.class,
            RejectBatchCommand.class,
            PayBatchCommand.class,
            ExportCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund batch preview --station 'Zhangzhou police' --to-sum 5,000.00",
            "  stoppay refund batch create --station 'Zhangzhou police' --to-sum 5,000.00",
            "  stoppay refund batch submit BATCH",
            "  stoppay refund batch approve BATCH --document decision.pdf --level city",
            "  stoppay refund batch pay BATCH --wait 5m",
            "  stoppay refund batch export BATCH --to batch.xlsx"
        })
public final class BatchCommand {

    private BatchCommand() {}
}
