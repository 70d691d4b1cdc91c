package org.stoppayment.recovery.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_DECISION;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_FLOW_TABLE;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_REPORT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.RefundForm;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundFormOption;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;
import org.stoppayment.recovery.testkit.PdfText;

/** A form says what its plan says, and is the same file until that changes. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class MakingFormsTest extends FormFixture {

    private static final RefundFormName DECISION = name(REFUND_FORM_KIND_DECISION);
    private static final RefundFormName REPORT = name(REFUND_FORM_KIND_REPORT);

    @Test
    void everyFormOfAnApprovedPlanNamesItAndWhatItPays() {
        RefundPlan plan = payablePlan();
        approve(plan);
        payLater(plan);

        for (RefundFormOption option : list(plan).getOptionsList()) {
            assertThat(option.getRefusal()).isEmpty();
            Received received = make(plan, option.getName());
            String text = PdfText.of(received.bytes());

            assertThat(received.form().getDigest()).isEqualTo(sha256(received.bytes()));
            assertThat(received.form().getSizeBytes()).isEqualTo(received.bytes().length);
            assertThat(received.form().getPages()).isEqualTo(PdfText.pages(received.bytes()));
            assertThat(text)
                    .contains(plan.getPlanId(), plan.getDigest(), "张三", "100.00", "中国工商银行", "A350100")
                    .contains("第1页共" + received.form().getPages() + "页");
        }
        assertThat(made(plan)).hasSize(5);
    }

    @Test
    void applicationShowsTransfersAsTheVictimReportedThem() {
        RefundPlan plan = payablePlan();

        assertThat(PdfText.of(make(plan, application()).bytes())).contains("2026-03-0112:00:00" + collector.number());
        assertThat(PdfText.of(make(plan, name(REFUND_FORM_KIND_FLOW_TABLE)).bytes()))
                .contains("（推定）");
    }

    @Test
    void sameFormAskedAgainIsTheSameFile() {
        RefundPlan plan = payablePlan();
        Received first = make(plan, application());

        Received again = make(plan, application(), CHECKER);

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.form()).isEqualTo(first.form());
        assertThat(made(plan)).containsExactly(first.form());
    }

    @Test
    void changedFactsMakeTheNextVersionAndTheEarlierStaysListed() {
        RefundPlan plan = payablePlan();
        RefundForm before = make(plan, REPORT).form();
        facts.filingCorrected(caseOne, "A350101");

        Received after = make(plan, REPORT);

        assertThat(after.form().getVersion()).isEqualTo(2);
        assertThat(after.form().getDigest()).isNotEqualTo(before.getDigest());
        assertThat(PdfText.of(after.bytes())).contains("A350101").doesNotContain("A350100");
        assertThat(made(plan)).containsExactly(after.form(), before);
    }

    @Test
    void decisionThatWasApprovedIsTheSameFileAfterwards() {
        RefundPlan plan = payablePlan();
        approvals.submitRefundPlan(submission(plan));
        Received signed = make(plan, DECISION);
        approvals.approveRefundPlan(approval(plan).toBuilder()
                .setDocumentDigest(signed.form().getDigest())
                .build());

        Received after = make(plan, DECISION);

        assertThat(after.bytes()).isEqualTo(signed.bytes());
        assertThat(made(plan))
                .singleElement()
                .extracting(RefundForm::getIsApprovedDocument)
                .isEqualTo(true);
        payLater(plan);
        assertThat(PdfText.of(make(plan, bankNotice()).bytes()))
                .contains(signed.form().getDigest());
    }

    @Test
    void decisionThatWasSubmittedAgainIsAnotherVersion() {
        RefundPlan plan = payablePlan();
        approvals.submitRefundPlan(
                submission(plan).toBuilder().setOperator(CHECKER).build());
        String before = make(plan, DECISION).form().getDigest();
        approvals.rejectRefundPlan(rejection(plan));
        assertThat(refusal(plan, DECISION)).isEqualTo("PLAN_REJECTED");

        approvals.submitRefundPlan(submission(plan));

        assertThat(make(plan, DECISION).form().getVersion()).isEqualTo(2);
        assertThat(made(plan)).extracting(RefundForm::getDigest).contains(before);
    }

    @Test
    void noticeNamesTheOrdersThatItAsksFor() {
        RefundPlan plan = payablePlan();
        approve(plan);
        RefundPayment payment = payLater(plan);

        String text = PdfText.of(make(plan, bankNotice()).bytes());

        assertThat(text).contains(payment.getPaymentId(), freezeId.toString(), "已受理", "不得重复返还");
    }

    @Test
    void factsThatChangeBackMakeTheEarlierVersionAgain() {
        RefundPlan plan = payablePlan();
        Received first = make(plan, REPORT);
        facts.filingCorrected(caseOne, "A350101");
        make(plan, REPORT);
        facts.filingCorrected(caseOne, "A350100");

        assertThat(make(plan, REPORT).bytes()).isEqualTo(first.bytes());
        assertThat(made(plan)).hasSize(2);
    }

    @Test
    void ofThoseWhoMakeTheSameFormAtOnceOneMakesIt() {
        RefundPlan plan = payablePlan();

        List<CompletableFuture<Received>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> make(plan, REPORT)));
        }

        List<String> digests =
                calls.stream().map(call -> sha256(call.join().bytes())).toList();
        assertThat(digests).containsOnly(digests.get(0));
        assertThat(made(plan)).extracting(RefundForm::getDigest).containsExactly(digests.get(0));
    }

    @Test
    void callerWhoLeavesWhileAFormIsMadeLeavesNothingHalfDone() {
        RefundPlan plan = payablePlan();
        assertThatThrownBy(() -> forms.withDeadlineAfter(20, TimeUnit.MILLISECONDS)
                        .makeRefundForm(request(plan, REPORT, OFFICER))
                        .next())
                .hasMessageContaining("DEADLINE_EXCEEDED");
        List<RefundForm> before = made(plan);

        Received received = make(plan, REPORT);

        assertThat(before).isSubsetOf(received.form());
        assertThat(made(plan)).containsExactly(received.form());
    }

    @Test
    void longFlowTableArrivesInSeveralParts() {
        facts.paid(caseOne, collector, 100_00, NOON);
        for (int i = 0; i < 400; i++) {
            facts.credited(
                    collector, "S" + i, 1_00 + i, NOON.plusSeconds(i), new AccountRef.Key("103100000026", "6228" + i));
        }
        facts.balance(collector, 100_00 + 400 * 1_00 + 399 * 200, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "STOP", 100_00, NOON.plusSeconds(1000));
        work();
        RefundPlan plan = draft(caseOne);

        Received received = make(plan, name(REFUND_FORM_KIND_FLOW_TABLE));

        assertThat(received.chunks()).isGreaterThan(1);
        String text = PdfText.of(received.bytes());
        assertThat(text).contains("收款方流水S0", "收款方流水S399", "4.99");
        assertThat(received.form().getPages()).isGreaterThan(10);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
