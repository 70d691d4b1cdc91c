package org.stoppayment.cli.command.objection;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.GetObjectionResponse;
import org.stoppayment.proto.freeze.v1.Objection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an objection. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows an objection: its grounds, its owner, its deadline, its decision.")
final class ShowCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "OBJECTION", description = "Id of the objection.")
    private String objectionId = "";

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetObjectionResponse answer = clients.objections()
                .getObjection(GetObjectionRequest.newBuilder()
                        .setObjectionId(objectionId)
                        .build());
        return show(answer, () -> new ObjectionView(console(), context().clock().instant())
                .print((Objection) output().visible(answer.getObjection())));
    }
}
