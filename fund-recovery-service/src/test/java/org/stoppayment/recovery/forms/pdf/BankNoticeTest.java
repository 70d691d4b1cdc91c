package org.stoppayment.recovery.forms.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormKind;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.Receipt;
import org.stoppayment.recovery.testkit.PdfText;

/** A notice asks an institution for what it is still to pay, and tells it of nobody else. */
class BankNoticeTest {

    private static final String ICBC = "102100099996";
    private static final String ABC = "103100000026";
    private static final Instant LATER = Instant.parse("2026-03-02T02:03:04Z");

    private final PrintedForms forms = new PrintedForms(Optional.empty());

    @AfterEach
    void end() {
        forms.close();
    }

    @Test
    void namesOnlyVictimsOfItsOwnOrders() {
        FormFacts all = SamplePlans.of(SamplePlans.names(3), 2, 3);
        FormFacts facts = SamplePlans.with(
                all,
                all.payments().stream()
                        .filter(payment ->
                                payment.order().account().institutionCode().equals(ICBC)
                                        == payment.order().caseId().equals(SamplePlans.caseId(0)))
                        .toList());

        assertThat(notice(facts, ICBC))
                .contains("张建国1", SamplePlans.caseId(0).toString())
                .doesNotContain("张建国2", "张建国3", SamplePlans.caseId(1).toString());
        assertThat(notice(facts, ABC)).contains("张建国2", "张建国3").doesNotContain("张建国1");
    }

    @Test
    void endedPaymentsAreNotAskedForAgainAndShowWhatBecameOfThem() {
        FormFacts all = SamplePlans.of(SamplePlans.names(3), 1, 3);
        List<Payment> payments = new ArrayList<>(all.payments());
        payments.set(0, paid(payments.get(0)));
        payments.set(1, declined(payments.get(1)));

        String text = notice(SamplePlans.with(all, payments), ICBC);

        assertThat(text).contains("不再请求返还", "BR-1，2026-03-0210:03:04返还", "已付款", "被拒绝", "待发送");
        String asked = text.substring(text.indexOf("二、返还明细"), text.indexOf("下列返还指令已经办结"));
        assertThat(asked)
                .contains(payments.get(2).id().toString(), "不得重复返还", "本版取代以前各版")
                .doesNotContain(
                        payments.get(0).id().toString(), payments.get(1).id().toString());
        assertThat(asked.split("合计：")[1])
                .contains(FormWords.yuan(payments.stream()
                        .skip(2)
                        .mapToLong(payment -> payment.order().amountFen())
                        .sum()));
    }

    @Test
    void eachFreezeHasARowOfWhatIsLeftOfIt() {
        FormFacts facts = SamplePlans.of(SamplePlans.names(1), 1, 3);

        assertThat(notice(facts, ICBC)).contains("本方案所列冻结的金额全部用于返还；其他冻结不受影响");
        assertThat(PdfText.of(forms.print(FormName.of(FormKind.DECISION), facts).bytes()))
                .contains("其他冻结不受影响");
    }

    private String notice(FormFacts facts, String institutionCode) {
        return PdfText.of(
                forms.print(FormName.bankNotice(institutionCode), facts).bytes());
    }

    private static Payment paid(Payment payment) {
        return payment.receipted(
                        new Receipt("BR-1", payment.order().amountFen(), LATER, Optional.empty()), "0000", LATER)
                .orElseThrow();
    }

    private static Payment declined(Payment payment) {
        return payment.after(PaymentEvent.DECLINED, "1001", "", LATER).orElseThrow();
    }
}
