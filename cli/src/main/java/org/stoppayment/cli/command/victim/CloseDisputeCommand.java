package org.stoppayment.cli.command.victim;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.proto.recovery.v1.CloseDisputeRequest;
import org.stoppayment.proto.recovery.v1.CloseDisputeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes that a dispute has ended. */
@Command(name = "close", mixinStandardHelpOptions = true, description = "Notes that a dispute has ended.")
final class CloseDisputeCommand extends VictimCommandBase {

    @Parameters(paramLabel = "DISPUTE", description = "Id of the dispute.")
    private String disputeId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "How it ended, 1..200 characters.")
    private String reason = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    CloseDisputeCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        CloseDisputeResponse answer = clients.victims()
                .closeDispute(CloseDisputeRequest.newBuilder()
                        .setDisputeId(disputeId)
                        .setReason(reason)
                        .setOperator(officer.operator())
                        .build());
        return showVictim(answer, answer.getVictim());
    }
}
