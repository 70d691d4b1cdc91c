package org.stoppayment.cli.command.hold;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what should be done about holds. */
@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = {
            "Says what should be done about stops and freezes, first what ends first.",
            "",
            "FREEZE        the case is filed and a stop ends: freeze the account",
            "FILE_OR_LIFT  the case is not filed and a stop ends: file the case, or lift the stop",
            "LIMIT         a stop holds far more than the case's money: freeze the case's sum",
            "RENEW         a freeze ends: renew it, or let it go",
            "LIFT          a freeze of a withdrawn case: lift it",
            "",
            "Prints a command for each, to paste and complete. Nothing is ordered."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold propose                   all cases, the next 24 hours",
            "  stoppay hold propose --within 7d",
            "  stoppay hold propose CASE              all stops of a case"
        })
final class ProposeCommand extends ServiceCommandBase {

    @Parameters(arity = "0..1", paramLabel = "CASE", description = "UUID of a case; without it, of all cases.")
    private @Nullable String caseId;

    @Option(
            names = "--within",
            paramLabel = "SPAN",
            description = "Only stops that end within this time, such as 12h or 7d. Default: 24h, of a case all.")
    private @Nullable String within;

    ProposeCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ProposeHoldsRequest.Builder request = ProposeHoldsRequest.newBuilder();
        if (caseId != null) {
            request.setCaseId(caseId);
        }
        if (within != null) {
            request.setWithin(com.google.protobuf.Duration.newBuilder()
                    .setSeconds(Spans.parse("--within", within).toSeconds()));
        }
        ProposeHoldsResponse answer = clients.holds().proposeHolds(request.build());
        return show(answer, () -> print(answer));
    }

    private void print(ProposeHoldsResponse answer) {
        if (answer.getProposalsCount() == 0) {
            console().print(console().text(HoldText.NOTHING_PROPOSED));
            return;
        }
        console().print(new ProposalTable(console(), context().clock().instant()).render(answer.getProposalsList()));
        console().print("");
        console().print(String.join("\n", ProposedCommands.of(console(), answer.getProposalsList())));
        if (answer.getIncomplete()) {
            console().progress(console().toned(Tone.WARNING, console().text(HoldText.MORE_PROPOSALS)));
        }
    }
}
