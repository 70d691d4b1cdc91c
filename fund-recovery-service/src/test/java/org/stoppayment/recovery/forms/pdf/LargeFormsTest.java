package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.MoneyPath;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.forms.application.FormPrinter.Printed;
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
    private static final int MAX_ROWS = 10_000;
    private static final Pattern ROW = Pattern.compile("收款方流水\\s+S([0-9]+)");

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

    /** The largest flow table that is made by default, with names that few fonts have. */
    @Test
    @Tag("full")
    void tenThousandRowsWithRareCharactersArePrintedEachOnce() {
        List<String> names = List.of("𠮷田㐂", "张三");
        try (PrintedForms forms = new PrintedForms(Optional.of(Path.of("/nonexistent/font.ttf")))) {
            Printed printed = forms.print(FormName.of(FormKind.FLOW_TABLE), SamplePlans.of(names, 1, MAX_ROWS + 7));

            String text = PdfText.inLines(printed.bytes());
            Set<Integer> rows = new TreeSet<>();
            Matcher row = ROW.matcher(text);
            int found = 0;
            while (row.find()) {
                rows.add(Integer.parseInt(row.group(1)));
                found++;
            }
            assertThat(found).as("each once").isEqualTo(rows.size());
            assertThat(rows).hasSize(MAX_ROWS - names.size()); // the others are reported transfers
            assertThat(text)
                    .contains("另有 7 笔未列出", "〓田㐂", "第 1 页 共 " + printed.file().pages() + " 页");
            assertThat(printed.file().missingCharacters()).isEqualTo(1);
            assertThat(printed.file().pages()).isEqualTo(PdfText.pages(printed.bytes()));
        }
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
