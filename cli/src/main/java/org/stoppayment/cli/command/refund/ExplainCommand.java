package org.stoppayment.cli.command.refund;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.refund.explain.ExplainedPlan;
import org.stoppayment.cli.command.refund.explain.Explainer;
import org.stoppayment.cli.command.refund.html.RefundPage;
import org.stoppayment.cli.command.refund.payment.PlanPayments;
import org.stoppayment.cli.files.ReportFile;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.GetRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a plan. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a plan so that you can follow it by hand.",
            "Whose money it is, what holds it, how it came, which method divides it and why, the arithmetic of each",
            "payout, the conditions, what stays frozen, who approved it, and its payments."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay refund explain PLAN", "  stoppay refund explain PLAN --report plan.html --lang zh"})
final class ExplainCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Also write it as a page, with a picture of the money's way, in one file.")
    private @Nullable Path report;

    ExplainCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        Optional<ReportFile> file = Optional.ofNullable(report)
                .map(context().workingDirectory()::resolve)
                .map(ReportFile::at);
        GetRefundPlanResponse answer = clients.refunds()
                .getRefundPlan(
                        GetRefundPlanRequest.newBuilder().setPlanId(planId).build());
        ExplainedPlan visible = new ExplainedPlan(
                (RefundPlan) output().visible(answer.getPlan()),
                PlanPayments.approval(clients, planId).map(approval -> (RefundApproval) output().visible(approval)),
                PlanPayments.of(clients, planId).stream()
                        .map(payment -> (RefundPayment) output().visible(payment))
                        .toList());
        show(answer, () -> new PlanView(console()).print(Explainer.explain(console(), visible)));
        file.ifPresent(page -> {
            page.write(RefundPage.of(console(), visible));
            console().progress(console().text(RefundText.REPORT_WRITTEN, page.path()));
        });
        return ExitCode.OK;
    }
}
