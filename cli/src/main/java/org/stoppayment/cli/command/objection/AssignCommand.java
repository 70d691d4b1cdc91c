package org.stoppayment.cli.command.objection;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.OfficerName;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.AssignObjectionRequest;
import org.stoppayment.proto.freeze.v1.AssignObjectionResponse;
import org.stoppayment.proto.freeze.v1.Objection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an objection to another officer. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        description = "Gives an objection that is not decided to another officer.")
final class AssignCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "OBJECTION", description = "Id of the objection.")
    private String objectionId = "";

    @Option(
            names = "--owner",
            required = true,
            paramLabel = "ORG/BADGE",
            description = "The officer who decides: organisation and badge number, such as 'Shanghai police/100002'.")
    private String owner = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    AssignCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        OfficerName.parse("--owner", owner);
    }

    @Override
    protected int ask(ServiceClients clients) {
        AssignObjectionResponse answer = clients.objections()
                .assignObjection(AssignObjectionRequest.newBuilder()
                        .setObjectionId(objectionId)
                        .setOwner(OfficerName.parse("--owner", owner))
                        .setOperator(officer.operator())
                        .build());
        return show(answer, () -> console()
                .print(new ObjectionTable(console(), context().clock().instant())
                        .render(List.of((Objection) output().visible(answer.getObjection())))));
    }
}
