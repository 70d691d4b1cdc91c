package org.stoppayment.cli.command.refund.payment;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a plan. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = {
            "Rejects a plan whose approval was asked for.",
            "You must be another officer than the one who submitted it. The plan can be submitted again."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund reject PLAN --reason 'a victim has not been heard'")
public final class RejectCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 1..200 characters.")
    private String reason = "";

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    RejectCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        RejectRefundPlanResponse answer = clients.approvals()
                .rejectRefundPlan(RejectRefundPlanRequest.newBuilder()
                        .setPlanId(planId)
                        .setReason(reason)
                        .setOperator(officer.operator())
                        .build());
        return show(
                answer, () -> ApprovalView.print(console(), (RefundApproval) output().visible(answer.getApproval())));
    }
}
