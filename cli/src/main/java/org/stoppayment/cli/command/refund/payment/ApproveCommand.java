package org.stoppayment.cli.command.refund.payment;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingApproverOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Approves a plan. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves a plan (审批).",
            "You must be another officer than the one who submitted it. Shows what the plan pays, and asks first.",
            "The approval counts for this plan alone, and expires; nothing is paid by it."
        },
        footerHeading = "%nExample:%n",
        footer = "  stoppay refund approve PLAN --document decision.pdf --level city")
public final class ApproveCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Mixin
    private DocumentOption document = new DocumentOption();

    @Mixin
    private PlanDigestOption digest = new PlanDigestOption();

    @Mixin
    private ActingApproverOption approver = new ActingApproverOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    ApproveCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        document.require();
        digest.check();
        confirm.requireAnswerable(context());
    }

    @Override
    protected int ask(ServiceClients clients) {
        String documentDigest = document.digest(context()).orElse("");
        RefundPlan plan = digest.plan(clients, planId);
        PlanPreview.print(console(), (RefundPlan) output().visible(plan));
        console().progress(console().fitted(console().text(PaymentText.DOCUMENT, documentDigest)));
        confirm.confirm(context(), console().text(PaymentText.APPROVE_QUESTION));
        ApproveRefundPlanResponse answer = clients.approvals()
                .approveRefundPlan(ApproveRefundPlanRequest.newBuilder()
                        .setPlanId(planId)
                        .setPlanDigest(plan.getDigest())
                        .setDocumentDigest(documentDigest)
                        .setApprover(approver.approver())
                        .build());
        return show(answer, () -> {
            ApprovalView.print(console(), (RefundApproval) output().visible(answer.getApproval()));
            console().progress(console().text(PaymentText.PAY_WITH, planId));
        });
    }
}
