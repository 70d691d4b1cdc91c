package org.stoppayment.cli.command.victim;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.recovery.v1.OpenDisputeRequest;
import org.stoppayment.proto.recovery.v1.OpenDisputeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes a dispute. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Notes that somebody disputes whose money it is.")
final class OpenDisputeCommand extends VictimCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "Id of the dispute, to send the same dispute again. Default: a new one.")
    private @Nullable String disputeId;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    OpenDisputeCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        OpenDisputeResponse answer = clients.victims()
                .openDispute(OpenDisputeRequest.newBuilder()
                        .setDisputeId(
                                disputeId == null
                                        ? new Ids(context().clock()).next().toString()
                                        : disputeId)
                        .setCaseId(caseId)
                        .setReason(reason)
                        .setOperator(officer.operator())
                        .build());
        return showVictim(answer, answer.getVictim());
    }
}
