package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.fake.RefundSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPaymentFlag;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;

/** {@code stoppay refund explain}, beside what was worked out by hand. */
class RefundExplainCommandTest extends CommandTestBase {

    private String explain(RefundPlan plan, String... options) {
        services.refunds().plan(plan);
        String[] line = Stream.concat(Stream.of("refund", "explain", RefundSamples.PLAN), Stream.of(options))
                .toArray(String[]::new);
        assertThat(terminal.run(line)).as(terminal.err()).isZero();
        return terminal.out();
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void sharedMuleIsExplainedInFull() {
        assertThat(explain(RefundSamples.sharedMule())).isEqualTo(RefundTexts.SHARED_MULE);
    }

    @Test
    void sharedMuleIsExplainedInChinese() {
        String shown = explain(RefundSamples.sharedMule(), "--lang", "zh");

        assertThat(shown).isEqualTo(RefundTexts.SHARED_MULE_ZH);
        ChineseScreen.requireChinese(shown);
    }

    @Test
    void moneyThatCameBackIsMixedWhereItLeft() {
        String shown = explain(RefundSamples.returnFlow());

        assertThat(shown)
                .contains("What is left of each inflow of 6222020000000000018 after no. 5")
                .containsPattern(" 1 +100.00 +0.00 +0.00\n")
                .containsPattern(" 3 +40.00 +0.00 +30.00\n")
                .containsPattern(" 4 +50.00 +30.00 +0.00\n")
                .contains("V1 26.67 + V2 33.33");
        assertThat(unwrapped(shown))
                .contains("with no. 5, some of it was mixed with other money")
                .contains("V1: claim = min(share, loss - restored) = min(26.67, 100.00 - 0.00) = 26.67")
                .contains("V2: pay = claim = 33.33")
                .doesNotContain("DOES NOT ADD UP");
    }

    @Test
    void divisionIsWorkedOutToTheLastFen() {
        assertThat(unwrapped(explain(RefundSamples.lessHeldThanClaimed())))
                .contains("Not directly: less is held than is claimed. F = 100,000.00, C = 165,000.00.")
                .contains("P = min(F, C) = min(100,000.00, 165,000.00) = 100,000.00")
                .contains("V1: P x claim / C = 100,000.00 x 25,000.00 / 165,000.00 = 15,151.51 and 0.5151 fen;"
                        + " one fen more: pay = 15,151.52")
                .contains("V2: P x claim / C = 100,000.00 x 50,000.00 / 165,000.00 = 30,303.03 and 0.0303 fen;"
                        + " pay = 30,303.03")
                .contains("= 54,545.45 and 0.4545 fen; pay = 54,545.45")
                .contains("1 fen is left over by rounding down; it goes to the largest part of a fen,"
                        + " then to the smaller case id: V1.")
                .contains("F - paid = 100,000.00 - 100,000.00 = 0.00: nothing")
                .doesNotContain("DOES NOT ADD UP");
    }

    @Test
    void directMethodsSayWhy() {
        assertThat(unwrapped(explain(RefundSamples.single())))
                .contains("DIRECT_SINGLE, 银监发〔2016〕41号 Art. 8(1)", "One booking brought money here.")
                .contains("All claims are covered: C = 73,000.00 is not more than F = 90,000.00.")
                .contains(
                        "V1: claim = min(share, loss - restored) = min(73,000.00, 100,000.00 - 20,000.00) = 73,000.00")
                .contains("F - paid = 90,000.00 - 73,000.00 = 17,000.00; it stays held until 2096-10-02T15:06:40+08:00")
                .contains("meets all conditions: V1");
        assertThat(unwrapped(explain(RefundSamples.timestamp())))
                .contains("DIRECT_TIMESTAMP, 银监发〔2016〕41号 Art. 8(2)", "2 bookings brought money here.")
                .contains("DOES NOT YET: V1", "V1: pay = claim = 50,000.00");
    }

    @Test
    void missingBookingsAndAStopAreSaid() {
        assertThat(unwrapped(explain(RefundSamples.incomplete())))
                .contains("20.00 more is there than its bookings brought: bookings are missing")
                .contains("the statement lacks 20.00", "stoppay query transactions")
                .contains("is what a stop holds: 80.00. The account is not frozen yet: this is a draft")
                .contains("UNKNOWN 14.54", "bookings missing");
    }

    @Test
    void planThatDoesNotFollowFromItsFiguresIsNotTrusted() {
        AccountRefund account = RefundSamples.lessHeldThanClaimed().getAccounts(0);
        RefundPlan wrong = RefundSamples.plan(account.toBuilder()
                .setPayouts(0, account.getPayouts(0).toBuilder().setPayFen(1_515_150))
                .setPayouts(1, account.getPayouts(1).toBuilder().setPayFen(3_030_305))
                .build());

        assertThat(explain(wrong)).contains("DOES NOT ADD UP: tell the operators.");
    }

    static Stream<RefundPlan> plans() {
        return Stream.of(
                RefundSamples.sharedMule(),
                RefundSamples.returnFlow(),
                RefundSamples.lessHeldThanClaimed(),
                RefundSamples.single(),
                RefundSamples.timestamp(),
                RefundSamples.incomplete());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void explanationsFitTheTerminalInBothLanguages(RefundPlan plan) {
        String english = explain(plan);
        ChineseScreen.requireFits(english);
        assertThat(english).doesNotContain("林某某", "DOES NOT ADD UP");
        String chinese = explain(plan, "--lang", "zh");
        ChineseScreen.requireFits(chinese);
        ChineseScreen.requireChinese(chinese);
    }

    @Test
    void severalAccountsAreTakenInTheirOrder() {
        RefundPlan plan = RefundSamples.plan(
                RefundSamples.single().getAccounts(0), RefundSamples.timestamp().getAccounts(0));

        assertThat(unwrapped(explain(plan)))
                .contains("what a victim gets from one counts as restored at the next")
                .contains("account 1 of 2: 6222020000000000018 at 102100099996 工行", "account 2 of 2: ")
                .contains("V2 ***(3), case " + RefundSamples.caseOf(2))
                .contains("in all: held 140,000.00, paid 123,000.00, stays frozen 17,000.00");
    }

    /** The plan says to which account the payout goes. */
    private static RefundPlan withPayee(boolean isOriginal) {
        AccountRefund account = RefundSamples.single().getAccounts(0);
        return RefundSamples.plan(account.toBuilder()
                .setPayouts(
                        0,
                        account.getPayouts(0).toBuilder()
                                .setRefundAccount(FakePayments.paid().getPayee().toBuilder()
                                        .setIsOriginal(isOriginal)))
                .build());
    }

    @Test
    void whereTheMoneyGoesIsSaid() {
        assertThat(unwrapped(explain(withPayee(true))))
                .contains("V1: goes to 6217000000000000015 at 102100099996 工行, ***(3), the account that paid");
        assertThat(unwrapped(explain(withPayee(false)))).contains("another account that was verified");
        AccountRefund account = RefundSamples.single().getAccounts(0);
        RefundPlan nowhere = RefundSamples.plan(account.toBuilder()
                .setPayouts(
                        0,
                        account.getPayouts(0).toBuilder()
                                .addConditions(ConditionCheck.newBuilder()
                                        .setCondition(RefundCondition.REFUND_CONDITION_REFUND_ACCOUNT_KNOWN)
                                        .setArticle("银监发〔2016〕41号 Art. 10")))
                .build());
        assertThat(explain(nowhere)).contains("V1: NO ACCOUNT IS KNOWN", "REFUND_ACCOUNT_KNOWN");
    }

    @Test
    void whatWasDecidedBeforeAPlanWasSubmittedAgainIsShown() {
        Operator officer = Operator.newBuilder()
                .setOrganisation("Shanghai police")
                .setBadgeNumber("100234")
                .build();
        RefundApproval.Builder rejected = FakePayments.submitted(RefundSamples.PLAN, officer)
                .setState(RefundApprovalState.REFUND_APPROVAL_STATE_REJECTED)
                .setDecidedBy(officer.toBuilder().setBadgeNumber("100999777"));
        services.payments()
                .approved(FakePayments.submitted(RefundSamples.PLAN, officer)
                        .addEarlier(rejected.clone().setReason("papers missing"))
                        .addEarlier(rejected.setReason("wrong sum"))
                        .build());

        String text = unwrapped(explain(withPayee(true)));

        assertThat(text)
                .containsSubsequence(
                        "approval SUBMITTED",
                        "Before it was submitted again:",
                        "REJECTED",
                        "why wrong sum",
                        "Before it was submitted again:",
                        "why papers missing")
                .doesNotContain("100999777");
        ChineseScreen.requireFits(explain(withPayee(true), "--lang", "zh"));
    }

    @Test
    void approvalAndPaymentsAreExplained() {
        services.payments()
                .approved(FakePayments.submitted(
                                RefundSamples.PLAN,
                                Operator.newBuilder()
                                        .setOrganisation("Shanghai police")
                                        .setBadgeNumber("100234")
                                        .build())
                        .build());
        services.payments()
                .are(
                        FakePayments.paid().build(),
                        FakePayments.paid()
                                .setState(RefundPaymentState.REFUND_PAYMENT_STATE_RETURNED)
                                .setReturnedFen(5_000_000)
                                .setReceipts(
                                        0,
                                        FakePayments.paid().getReceipts(0).toBuilder()
                                                .setReturnedFen(5_000_000)
                                                .setReturnReason("closed"))
                                .addFlags(RefundPaymentFlag.REFUND_PAYMENT_FLAG_PAID_LESS)
                                .build());
        RefundPlan paid = withPayee(true).toBuilder()
                .setState(RefundPlanState.REFUND_PLAN_STATE_PAYING)
                .build();

        assertThat(unwrapped(explain(paid)))
                .contains("Approval approval SUBMITTED", "by Shanghai police ***(6)", "PAYING made")
                .contains("ordered 100,000.00, paid 100,000.00, came back 50,000.00")
                .contains("RETURNED, PAID_LESS", "R-1 at 2096", "50,000.00 came back: closed")
                .doesNotContain("林某某");
        String chinese = explain(paid, "--lang", "zh");
        assertThat(chinese).contains("返还中", "已呈请，待审批", "已退汇");
        ChineseScreen.requireFits(chinese);
        ChineseScreen.requireChinese(chinese.replace("closed", "").replace("Shanghai police", ""));
    }

    @Test
    void jsonIsThePlanAndNamesAreMaskedUnlessAskedFor() {
        assertThat(explain(RefundSamples.single(), "-o", "json"))
                .startsWith("{")
                .contains("\"method\": \"REFUND_METHOD_DIRECT_SINGLE\"")
                .doesNotContain("林某某");
        assertThat(explain(RefundSamples.single(), "--unmasked")).contains("V1        林某某, case");
        assertThat(terminal.run("refund", "explain", "none")).isEqualTo(ExitCode.NOT_FOUND);
    }
}
