package org.stoppayment.cli.command.refund.notice;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.GetReadinessRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what stands in the way of a plan. */
@Command(
        name = "ready",
        mixinStandardHelpOptions = true,
        description = "Shows what stands in the way of a plan: conditions, its notice, objections.")
public final class ReadyCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    ReadyCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        GetReadinessResponse answer = clients.notices()
                .getReadiness(GetReadinessRequest.newBuilder().setPlanId(planId).build());
        return show(
                answer, () -> new NoticeView(console()).print(planId, (GetReadinessResponse) output().visible(answer)));
    }
}
