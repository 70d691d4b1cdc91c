package org.stoppayment.cli.command.refund.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RefundPlan;

/** Explains a plan in the language of a terminal. Masking is up to the caller. */
public final class Explainer {

    private final Console console;
    private final ExplainedPlan explained;
    private final RefundPlan plan;
    private final Owners owners;

    private Explainer(Console console, ExplainedPlan explained) {
        this.console = console;
        this.explained = explained;
        this.plan = explained.plan();
        this.owners = Owners.of(console, plan);
    }

    /** The explanation of a plan that nobody has decided about. */
    public static Explanation explain(Console console, RefundPlan plan) {
        return explain(console, ExplainedPlan.of(plan));
    }

    /** The explanation of a plan, with what became of it. */
    public static Explanation explain(Console console, ExplainedPlan plan) {
        return new Explainer(console, plan).explain();
    }

    private Explanation explain() {
        return new Explanation(
                console.text(ExplainText.TITLE, plan.getPlanId()),
                head(),
                IntStream.range(0, plan.getAccountsCount())
                        .mapToObj(i -> account(i + 1, plan.getAccounts(i)))
                        .toList(),
                new OutcomeSections(console, owners, explained).sections(),
                totals());
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(
                console.text(
                        ExplainText.PLAN_LINE,
                        plan.getPlanId(),
                        console.vocabulary().value(plan.getState())),
                console.text(
                        ExplainText.MADE_LINE,
                        console.moment(plan.getMadeAt()),
                        DecisionTable.officer(console, plan.getMadeBy())),
                console.text(ExplainText.DIGEST_LINE, plan.getDigest())));
        if (!plan.getSupersededByPlanId().isEmpty()) {
            head.add(console.text(ExplainText.REPLACED_LINE, plan.getSupersededByPlanId()));
        }
        owners.cases()
                .forEach(caseId -> head.add(
                        console.text(ExplainText.VICTIM_LINE, owners.victim(caseId), victimName(caseId), caseId)));
        if (plan.getAccountsCount() > 1) {
            head.add(console.text(ExplainText.SEVERAL_ACCOUNTS));
        }
        return head;
    }

    private String victimName(String caseId) {
        return payouts()
                .filter(payout -> payout.getCaseId().equals(caseId))
                .map(Payout::getVictimName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(Formats.orDash(""));
    }

    private Stream<Payout> payouts() {
        return plan.getAccountsList().stream().flatMap(account -> account.getPayoutsList().stream());
    }

    private Explanation.Account account(int number, AccountRefund refund) {
        MoneySections money = new MoneySections(console, owners, refund);
        PayoutSections payouts = new PayoutSections(console, owners, refund);
        return new Explanation.Account(
                console.text(
                        ExplainText.ACCOUNT_TITLE,
                        number,
                        plan.getAccountsCount(),
                        Formats.number(refund.getAccount()),
                        Formats.orDash(console.vocabulary()
                                .institution(refund.getAccount().getInstitutionCode()))),
                refund,
                List.of(
                        money.shares(),
                        money.holds(),
                        money.flows(),
                        new MethodSection(console, refund).section(),
                        payouts.payouts(),
                        payouts.conditions(),
                        payouts.residual()));
    }

    private String totals() {
        long held = plan.getAccountsList().stream()
                .mapToLong(AccountRefund::getHeldFen)
                .reduce(0, Math::addExact);
        long paid = payouts().mapToLong(Payout::getPayFen).reduce(0, Math::addExact);
        long residual = plan.getAccountsList().stream()
                .mapToLong(AccountRefund::getResidualFen)
                .reduce(0, Math::addExact);
        return console.text(ExplainText.TOTALS, Formats.yuan(held), Formats.yuan(paid), Formats.yuan(residual));
    }
}
