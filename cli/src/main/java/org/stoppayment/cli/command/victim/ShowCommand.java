package org.stoppayment.cli.command.victim;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.recovery.v1.GetVictimRequest;
import org.stoppayment.proto.recovery.v1.GetVictimResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a victim. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows the victim of a case: identity, loss, disputes, agent, refund account.")
final class ShowCommand extends VictimCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetVictimResponse answer = clients.victims()
                .getVictim(GetVictimRequest.newBuilder().setCaseId(caseId).build());
        return showVictim(answer, answer.getVictim());
    }
}
