package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.RefundPlan;
import org.stoppayment.recovery.testkit.PdfText;

/** Forms of many victims, and of rows that are higher than a page. */
class LargeFormsTest {

    private static final int VICTIMS = 10_000;
    private static final int OUTFLOWS = 20;

    @Test
    void flowsOfMoneyOfManyVictimsNameTenAndAddUpTheRest() {
        FormFacts facts = withOutflows(SamplePlans.of(SamplePlans.names(VICTIMS), 1, 0));

        FormText text = FormText.of(FormName.of(FormKind.FLOW_TABLE), facts, SamplePlans.INSTITUTIONS, 10_000);

        assertThat(text.html().split("等共 " + VICTIMS + " 人", -1)).hasSize(OUTFLOWS + 1);
        assertThat(FormUnit.of(text.html()))
                .hasSizeGreaterThan(2 * VICTIMS + OUTFLOWS) // victims and owners have rows of their own
                .allSatisfy(unit -> assertThat(unit.html().length()).isLessThan(3000));
    }

    private static FormFacts withOutflows(FormFacts facts) {
        RefundPlan plan = facts.plan();
        PlannedAccount account = plan.accounts().get(0);
        List<MoneyPath.Step> steps = new ArrayList<>();
        for (int i = 0; i < OUTFLOWS; i++) {
            steps.add(new MoneyPath.Step(
                    new FlowId(FlowId.Source.OUT, account.shares().account(), "S" + i, 1),
                    Optional.of(account.shares().account()),
                    Optional.empty(),
                    account.shares().money().total(),
                    Optional.of(SamplePlans.NOON),
                    account.shares().money(),
                    new Provenance(false, false),
                    Optional.of(1)));
        }
        PlannedAccount flowing = new PlannedAccount(
                account.shares(),
                account.holds(),
                account.held(),
                account.method(),
                account.payouts(),
                new MoneyPath(steps, false));
        return SamplePlans.of(
                facts, new RefundPlan(PlanId.of(plan.id().toString()), plan.madeAt(), plan.madeBy(), List.of(flowing)));
    }

    @Test
    void rowsHigherThanAPageStandOnceEach() {
        List<String> names = new ArrayList<>(SamplePlans.names(160));
        for (int i = 140; i < 150; i++) {
            names.set(i, "欧阳".repeat(260) + "尾" + i + "止");
        }
        try (PrintedForms forms = new PrintedForms(Optional.empty())) {
            String text = PdfText.of(forms.print(FormName.of(FormKind.FLOW_TABLE), SamplePlans.of(names, 1, 0))
                    .bytes());

            for (int i = 0; i < names.size(); i++) {
                String end = i >= 140 && i < 150 ? "尾" + i + "止" : "张建国" + (i + 1) + SamplePlans.caseId(i);
                assertThat(text.split(end, -1).length - 1).as(end).isEqualTo(1);
            }
        }
    }
}
