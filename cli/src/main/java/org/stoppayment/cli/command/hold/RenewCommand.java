package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders a further term of a freeze. */
@Command(
        name = "renew",
        mixinStandardHelpOptions = true,
        description = {
            "Orders a further term of a freeze (续冻): six months, a year of a major case.",
            "A freeze must be renewed before it ends; otherwise it is lifted by law (Art. 240).",
            "Shows the freeze and asks first. Repeating it with the same content changes nothing."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  stoppay hold renew ID --document renewal.pdf \\",
            "      --approver 'Shanghai police/100001' --level county"
        })
final class RenewCommand extends AmendCommand {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, at most 200 characters.")
    private String reason = "";

    @Option(
            names = "--major",
            description =
                    "Major or complex case (重大、复杂): a term of a year instead of six months, by a city's approval.")
    private boolean major;

    RenewCommand(Context context) {
        super(context);
    }

    @Override
    String question(Freeze now) {
        return console()
                .text(
                        HoldText.RENEW_QUESTION,
                        now.hasExpiresAt() ? 1 : 0,
                        console().moment(now.getExpiresAt()),
                        major ? 1 : 0);
    }

    @Override
    Outcome send(ServiceClients clients, Basis basis) {
        RenewFreezeResponse answer = clients.holds()
                .renewFreeze(RenewFreezeRequest.newBuilder()
                        .setApplicationId(basis.applicationId())
                        .setReason(reason)
                        .setDocumentDigest(basis.digest())
                        .setApprover(basis.approver())
                        .setMajorCase(major)
                        .setOperator(basis.operator())
                        .build());
        return new Outcome(answer, answer.getFreeze(), answer.getRenewalApplicationId());
    }
}
