package org.stoppayment.cli.command.hold;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.GetFreezeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a freeze. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a freeze: what it holds, what it rests on, its orders and its timeline.",
            "The freezes of a case: stoppay hold list --case CASE"
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay hold show ID -o json | jq .freeze.expiresAt")
final class ShowCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "ID", description = "Id of the freeze.")
    private String applicationId = "";

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetFreezeResponse answer = clients.holds()
                .getFreeze(GetFreezeRequest.newBuilder()
                        .setApplicationId(applicationId)
                        .build());
        return show(answer, () -> new FreezeView(console(), context().clock().instant())
                .print((Freeze) output().visible(answer.getFreeze())));
    }
}
