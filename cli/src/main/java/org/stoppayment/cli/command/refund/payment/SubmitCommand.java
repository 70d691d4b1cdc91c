package org.stoppayment.cli.command.refund.payment;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for the approval of a plan. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for the approval of a plan (呈请返还资金).",
            "Shows what the plan pays, and asks first. Another officer approves or rejects it.",
            "A plan that was rejected, or whose approval has expired, can be submitted again."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund submit PLAN")
public final class SubmitCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Mixin
    private PlanDigestOption digest = new PlanDigestOption();

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    SubmitCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        digest.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        RefundPlan plan = digest.plan(clients, planId);
        PlanPreview.print(console(), (RefundPlan) output().visible(plan));
        confirm.confirm(context(), console().text(PaymentText.SUBMIT_QUESTION));
        SubmitRefundPlanResponse answer = clients.approvals()
                .submitRefundPlan(SubmitRefundPlanRequest.newBuilder()
                        .setPlanId(planId)
                        .setPlanDigest(plan.getDigest())
                        .setOperator(officer.operator())
                        .build());
        return show(answer, () -> {
            ApprovalView.print(console(), (RefundApproval) output().visible(answer.getApproval()));
            console().progress(console().text(PaymentText.APPROVE_WITH, planId));
        });
    }
}
