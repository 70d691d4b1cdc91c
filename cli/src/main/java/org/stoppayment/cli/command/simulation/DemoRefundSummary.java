package org.stoppayment.cli.command.simulation;

import java.util.List;
import org.stoppayment.cli.command.refund.explain.Explainer;
import org.stoppayment.cli.command.refund.explain.Section;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.PersonalData;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;

/** What the demo gave back, and why: the method, the rule and the arithmetic of the first plan. */
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
                payees()));
        givenBack.plans().stream().findFirst().ifPresent(this::explain);
    }

    private long payees() {
        return givenBack.payments().stream()
                .map(RefundPayment::getPayee)
                .distinct()
                .count();
    }

    private void explain(RefundPlan plan) {
        console.print("");
        console.print(console.text(DemoText.WHY, plan.getPlanId()));
        Explainer.explain(console, (RefundPlan) PersonalData.masked(plan)).accounts().stream()
                .limit(1)
                .flatMap(account -> account.sections().stream())
                .filter(section -> section.kind() == Section.Kind.METHOD || section.kind() == Section.Kind.PAYOUTS)
                .map(Section::lines)
                .flatMap(List::stream)
                .forEach(line -> console.print("  " + console.fitted(line)));
    }
}
