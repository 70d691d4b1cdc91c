package org.stoppayment.cli.command.refund.notice;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionRequest;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionResponse;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides an objection to a plan. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Decides an objection to a plan.",
            "",
            "upheld     the plan is not carried out as it is",
            "rejected   the plan stands",
            "withdrawn  the person who objected withdrew it",
            "",
            "Repeating it with the same content changes nothing."
        })
public final class DecideCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "OBJECTION", description = "Id of the objection.")
    private String objectionId = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "The outcome: upheld, rejected or withdrawn.")
    private String outcome = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    DecideCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        TypedValue.value("--outcome", outcome, PlanObjectionOutcome.values());
    }

    @Override
    protected int ask(ServiceClients clients) {
        DecidePlanObjectionResponse answer = clients.notices()
                .decidePlanObjection(DecidePlanObjectionRequest.newBuilder()
                        .setObjectionId(objectionId)
                        .setOutcome(TypedValue.value("--outcome", outcome, PlanObjectionOutcome.values()))
                        .setReason(reason)
                        .setOperator(officer.operator())
                        .build());
        return show(
                answer, () -> new NoticeView(console()).print((PlanObjection) output().visible(answer.getObjection())));
    }
}
