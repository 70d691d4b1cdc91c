package org.stoppayment.cli.command.refund.payment;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.ConfirmOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.waiting.Polling;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PayRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders the payments of a plan. */
@Command(
        name = "pay",
        mixinStandardHelpOptions = true,
        description = {
            "Orders the payments of an approved plan (返还).",
            "Shows what is paid, and asks first. However often it is repeated, each victim is paid once.",
            "With --wait, the exit code is 6 when a payment has not ended in time, and 1 when one was not paid."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay refund pay PLAN", "  stoppay refund pay PLAN --wait 30s"})
public final class PayCommand extends ServiceCommandBase {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Mixin
    private PlanDigestOption digest = new PlanDigestOption();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "Wait until all payments have ended, or this long, such as 30s or 5m. Default: do not wait.")
    private @Nullable Duration wait;

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    PayCommand(Context context) {
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
        PlanPayments.approval(clients, planId)
                .map(approval -> (RefundApproval) output().visible(approval))
                .ifPresent(approval -> ApprovalView.lines(console(), approval)
                        .forEach(line -> console().progress(console().fitted(line))));
        confirm.confirm(context(), console().text(PaymentText.PAY_QUESTION));
        List<RefundPayment> ordered = clients.payments()
                .payRefundPlan(PayRefundPlanRequest.newBuilder()
                        .setPlanId(planId)
                        .setPlanDigest(plan.getDigest())
                        .setOperator(officer.operator())
                        .build())
                .getPaymentsList();
        List<RefundPayment> payments = wait == null ? ordered : settled(clients, wait);
        PayRefundPlanResponse answer =
                PayRefundPlanResponse.newBuilder().addAllPayments(payments).build();
        show(answer, () -> {
            PayRefundPlanResponse visible = (PayRefundPlanResponse) output().visible(answer);
            console().print(new PaymentTable(console()).render(visible.getPaymentsList()));
            console().progress(console().text(PaymentText.FOLLOW_WITH, planId));
        });
        return wait == null ? ExitCode.OK : exitCode(payments);
    }

    /** The payments once all have ended or need a person, or the time is over. Says how many have ended, when that changes. */
    private List<RefundPayment> settled(ServiceClients clients, Duration time) {
        long[] said = {-1};
        return Polling.until(
                time,
                INTERVAL,
                () -> {
                    List<RefundPayment> payments = PlanPayments.of(clients, planId);
                    long ended =
                            payments.stream().filter(PlanPayments::isSettled).count();
                    if (ended != said[0]) {
                        said[0] = ended;
                        console().progress(console().text(PaymentText.ENDED_OF, ended, payments.size()));
                    }
                    return payments;
                },
                payments -> payments.stream().allMatch(PlanPayments::isSettled));
    }

    private static int exitCode(List<RefundPayment> payments) {
        if (!payments.stream().allMatch(PlanPayments::isSettled)) {
            return ExitCode.NOT_SETTLED;
        }
        return payments.stream().allMatch(payment -> payment.getState() == RefundPaymentState.REFUND_PAYMENT_STATE_PAID)
                ? ExitCode.OK
                : ExitCode.FAILED;
    }
}
