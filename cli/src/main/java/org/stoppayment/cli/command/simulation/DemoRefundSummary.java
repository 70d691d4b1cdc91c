package org.stoppayment.cli.command.simulation;

import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;

/** What the demo gave back, and why: the method, the rule and the arithmetic of the first payout. */
final class DemoRefundSummary {

    private final Console console;
    private final DemoRefund.GivenBack givenBack;

    DemoRefundSummary(Console console, DemoRefund.GivenBack givenBack) {
        this.console = console;
        this.givenBack = givenBack;
    }

    void print() {
        if (!givenBack.asExpected()) {
            console.print(console.text(
                    DemoText.NOT_GIVEN_BACK,
                    givenBack.name(),
                    console.texts()
                            .listed(givenBack.payments().stream()
                                    .map(payment -> console.vocabulary().value(payment.getState()))
                                    .toList())));
            return;
        }
        console.print(console.text(
                DemoText.GIVEN_BACK,
                Formats.yuan(givenBack.paidFen()),
                givenBack.payments().size(),
                givenBack.payments().stream()
                        .map(RefundPayment::getPayee)
                        .distinct()
                        .count()));
        givenBack.plans().stream()
                .map(RefundPlan::getAccountsList)
                .flatMap(accounts -> accounts.stream().limit(1))
                .findFirst()
                .ifPresent(this::explain);
    }

    private void explain(AccountRefund account) {
        Payout payout = account.getPayouts(0);
        console.print(console.text(
                DemoText.WHY,
                console.vocabulary().value(account.getMethod()),
                console.vocabulary().article(article(payout)),
                Formats.yuan(payout.getShareFen()),
                Formats.yuan(payout.getLossFen()),
                Formats.yuan(payout.getRestoredFen()),
                Formats.yuan(payout.getPayFen())));
    }

    /** The article by which money goes to those whom it was traced to. */
    private static String article(Payout payout) {
        return payout.getConditionsList().stream()
                .filter(check -> check.getCondition() == RefundCondition.REFUND_CONDITION_TRACED)
                .map(ConditionCheck::getArticle)
                .findFirst()
                .orElse(Formats.orDash(""));
    }
}
