package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders the end of a freeze. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Orders a freeze to be lifted (解除冻结).",
            "It is LIFTED once the institution says so; one that was not sent ends at once. The approver must be of the",
            "organisation that approved the freeze (Art. 241). Shows the freeze and asks first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold release ID --reason 'paid back' --document lift.pdf \\",
            "      --approver 'Shanghai police/100001' --level county",
            "  stoppay hold release ID --unrelated --reason 'salary account' \\",
            "      --document lift.pdf --approver 'Shanghai police/100001' --level county"
        })
final class ReleaseCommand extends AmendCommand {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Option(
            names = "--unrelated",
            description =
                    "The money has nothing to do with the case: lift it within three days and tell the owner (Art. 247).")
    private boolean unrelated;

    ReleaseCommand(Context context) {
        super(context);
    }

    @Override
    String question(Freeze now) {
        return console()
                .text(
                        HoldText.RELEASE_QUESTION,
                        now.getLegalBasis().getApprover().getOrganisation(),
                        unrelated ? 1 : 0);
    }

    @Override
    Outcome send(ServiceClients clients, Basis basis) {
        LiftFreezeResponse answer = clients.holds()
                .liftFreeze(LiftFreezeRequest.newBuilder()
                        .setApplicationId(basis.applicationId())
                        .setReason(reason)
                        .setDocumentDigest(basis.digest())
                        .setApprover(basis.approver())
                        .setUnrelatedFunds(unrelated)
                        .setOperator(basis.operator())
                        .build());
        return new Outcome(answer, answer.getFreeze(), answer.getLiftApplicationId());
    }
}
