package org.stoppayment.cli.command.refund.payment;

import java.util.stream.Stream;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.RefundPlan;

/** What a plan pays, in short, before it is approved or paid. Masking is up to the caller. */
public final class PlanPreview {

    private final Console console;

    private PlanPreview(Console console) {
        this.console = console;
    }

    /** Prints the accounts, the victims with what they get and where it goes, and the digest. */
    static void print(Console console, RefundPlan plan) {
        new PlanPreview(console).print(plan);
    }

    private void print(RefundPlan plan) {
        line(PaymentText.PREVIEW_PLAN, plan.getPlanId(), console.vocabulary().value(plan.getState()));
        for (AccountRefund account : plan.getAccountsList()) {
            line(
                    PaymentText.PREVIEW_ACCOUNT,
                    account.getAccount().getNumber(),
                    console.vocabulary().institution(account.getAccount().getInstitutionCode()),
                    Formats.yuan(account.getHeldFen()));
            account.getPayoutsList().forEach(this::payout);
        }
        line(
                PaymentText.PREVIEW_TOTAL,
                Formats.yuan(payouts(plan).mapToLong(Payout::getPayFen).reduce(0, Math::addExact)),
                payouts(plan).map(Payout::getCaseId).distinct().count());
        line(PaymentText.PREVIEW_DIGEST, plan.getDigest());
    }

    private static Stream<Payout> payouts(RefundPlan plan) {
        return plan.getAccountsList().stream().flatMap(account -> account.getPayoutsList().stream());
    }

    private void payout(Payout payout) {
        String payee = payout.hasRefundAccount()
                ? payee(console, payout.getRefundAccount())
                : console.text(PaymentText.NO_PAYEE);
        line(
                PaymentText.PREVIEW_PAYOUT,
                Formats.yuan(payout.getPayFen()),
                Formats.orDash(payout.getVictimName()),
                payee,
                payout.getCaseId());
    }

    /** The account that is paid: number, institution, name, and whether it is the one that paid. */
    public static String payee(Console console, RefundAccount payee) {
        return console.text(
                PaymentText.PAYEE,
                payee.getAccount().getNumber(),
                Formats.orDash(
                        console.vocabulary().institution(payee.getAccount().getInstitutionCode())),
                Formats.orDash(payee.getAccount().getName()),
                payee.getIsOriginal() ? 1 : 0);
    }

    private void line(TextKey text, Object... arguments) {
        console.progress(console.fitted(console.text(text, arguments)));
    }
}
