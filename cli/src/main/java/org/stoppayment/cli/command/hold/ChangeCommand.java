package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.cases.Yuan;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.freeze.v1.ChangeFreezeRequest;
import org.stoppayment.proto.freeze.v1.ChangeFreezeResponse;
import org.stoppayment.proto.freeze.v1.Freeze;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders another sum of a freeze. */
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        description = {
            "Orders another sum of a freeze (变更冻结金额); a full freeze becomes a limited one.",
            "At most the case's money on the account. Shows the freeze and asks first."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay hold change ID --sum 120,000.00 --reason 'a part was paid back' \\",
            "      --document change.pdf --approver 'Shanghai police/100001' --level county"
        })
final class ChangeCommand extends AmendCommand {

    @Option(
            names = "--sum",
            required = true,
            paramLabel = "SUM",
            description = "What it is to hold from now on, in yuan, such as 140,000.00.")
    private String sum = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    ChangeCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        Yuan.typed("--sum", sum);
        super.check();
    }

    @Override
    String question(Freeze now) {
        return console()
                .text(HoldText.CHANGE_QUESTION, HoldTable.sum(console(), now), Formats.yuan(Yuan.typed("--sum", sum)));
    }

    @Override
    Outcome send(ServiceClients clients, Basis basis) {
        ChangeFreezeResponse answer = clients.holds()
                .changeFreeze(ChangeFreezeRequest.newBuilder()
                        .setApplicationId(basis.applicationId())
                        .setAmountFen(Yuan.typed("--sum", sum))
                        .setReason(reason)
                        .setDocumentDigest(basis.digest())
                        .setApprover(basis.approver())
                        .setOperator(basis.operator())
                        .build());
        return new Outcome(answer, answer.getFreeze(), answer.getChangeApplicationId());
    }
}
