package org.stoppayment.recovery.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.RefundReturn;
import org.stoppayment.proto.gateway.v1.RefundStatus;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackRequest;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackResponse;
import org.stoppayment.proto.recovery.v1.RefundFeedbackServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentFlag;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentRequest;
import org.stoppayment.recovery.testkit.PayingInstitutions.Answer;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** No answer is neither success nor failure; whatever an institution does, a victim is paid once. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class PaymentDoubtTest extends PaymentFixture {

    @ParameterizedTest
    @EnumSource(names = {"PAYS", "PAYS_SILENTLY", "GETS_NOTHING", "IS_NOT_REACHED", "PAYS_WITHOUT_RECEIPT"})
    void victimIsPaidOnceWhateverBecomesOfTheMessage(Answer answer) {
        RefundPayment payment = ordered(answer);

        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);

        assertThat(institutions.effectsOf(payment.getPaymentId())).isEqualTo(1);
        assertThat(now(payment).getPaidFen()).isEqualTo(100_00);
        assertThat(now(payment).getReceiptsCount()).isEqualTo(1);
    }

    @Test
    void manyLostMessagesInARowPayOnce() {
        Random random = new Random(20261201);
        Answer[] lost = {Answer.GETS_NOTHING, Answer.IS_NOT_REACHED, Answer.PAYS_SILENTLY};
        Answer[] answers = random.ints(6, 0, lost.length).mapToObj(i -> lost[i]).toArray(Answer[]::new);
        RefundPayment payment = ordered(answers);

        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);

        assertThat(institutions.effectsOf(payment.getPaymentId())).isEqualTo(1);
    }

    @Test
    void resendSaysWhatTheFirstOrderSaid() {
        RefundPayment payment = ordered(Answer.GETS_NOTHING);
        await().untilAsserted(() -> {
            send();
            assertThat(ordersOf(payment)).hasSize(1);
        });

        facts.filingCorrected(caseOne, "another number");
        facts.holderNamed(collector, "another name");
        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);

        List<SendRefundRequest> sent = ordersOf(payment);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).getResend()).isTrue();
        assertThat(sent.get(1).toBuilder().setResend(false).build()).isEqualTo(sent.get(0));
    }

    @Test
    void institutionThatTakesItPaysByItsCallback() {
        RefundPayment payment = ordered(Answer.TAKES_IT);
        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED);

        institutions.answerNoInquiry(payment.getPaymentId());
        Feedback paid = institutions.payLater(payment.getPaymentId());

        assertThat(feedback(paid)).isFalse();
        assertThat(feedback(paid)).as("the same again changes nothing").isTrue();
        assertThat(now(payment).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
    }

    @Test
    void whatAnInstitutionDeclinesIsPlannedAgain() {
        RefundPayment payment = ordered(Answer.DECLINES);

        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_DECLINED);
        work();

        assertThat(now(payment).getResultCode()).isEqualTo("0300");
        RefundPlan again = draft(caseOne);
        assertThat(again.getPlanId()).isNotEqualTo(payment.getPlanId());
        assertThat(again.getAccounts(0).getHeldFen()).isEqualTo(100_00);
        assertThat(again.getAccounts(0).getPayouts(0).getPayFen()).isEqualTo(100_00);
    }

    @Test
    void whatIsPaidShortIsPlannedAgain() {
        RefundPayment payment = ordered(Answer.PAYS_HALF);

        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
        work();

        assertThat(now(payment).getFlagsList()).containsExactly(RefundPaymentFlag.REFUND_PAYMENT_FLAG_PAID_LESS);
        RefundPlan again = draft(caseOne);
        assertThat(again.getAccounts(0).getHeldFen()).isEqualTo(50_00);
        assertThat(again.getAccounts(0).getPayouts(0).getPayFen()).isEqualTo(50_00);
    }

    @Test
    void moneyThatCameBackIsPlannedAgain() {
        RefundPayment payment = ordered(Answer.TAKES_IT);
        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED);
        Feedback paid = institutions.payLater(payment.getPaymentId());
        feedback(paid);

        Feedback back = paid.toBuilder()
                .setRefund(paid.getRefund().toBuilder()
                        .setReturned(RefundReturn.newBuilder()
                                .setAmountFen(100_00)
                                .setReturnedAt(paid.getRefund().getPaidAt())
                                .setReason("account closed")))
                .build();
        assertThat(feedback(back)).isFalse();
        assertThat(feedback(back)).isTrue();
        work();

        assertThat(now(payment).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_RETURNED);
        assertThat(draft(caseOne).getAccounts(0).getPayouts(0).getPayFen()).isEqualTo(100_00);
    }

    @Test
    void secondReceiptIsSeen() {
        RefundPayment payment = ordered(Answer.PAYS);
        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
        Feedback first = paidFeedback(payment);

        feedback(first.toBuilder()
                .setRefund(first.getRefund().toBuilder().setReceiptId("another"))
                .build());

        assertThat(now(payment).getFlagsList())
                .contains(
                        RefundPaymentFlag.REFUND_PAYMENT_FLAG_PAID_TWICE,
                        RefundPaymentFlag.REFUND_PAYMENT_FLAG_PAID_MORE);
        assertThat(now(payment).getPaidFen()).isEqualTo(200_00);
    }

    @Test
    void receiptOfAnotherPaymentShowsNothing() {
        RefundPayment half = ordered(Answer.PAYS_HALF);
        sendUntil(half, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
        Feedback paid = paidFeedback(half);
        work();
        RefundPlan rest = draft(caseOne);
        approve(rest);
        institutions.then(Answer.TAKES_IT);
        RefundPayment other = pay(rest).get(0);
        sendUntil(other, RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED);
        institutions.answerNoInquiry(other.getPaymentId());
        Feedback again = paid.toBuilder().setApplicationId(other.getPaymentId()).build();

        assertThat(recorded(again).getMissingList()).containsExactly("refund.receiptId");
        assertThat(recorded(again).getMissingList()).as("told each time").containsExactly("refund.receiptId");
        assertThat(now(other).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_IN_DOUBT);
        assertThat(now(other).getDetail()).isEqualTo("RECEIPT_OF_ANOTHER_PAYMENT");
        assertThat(now(other).getPaidFen()).isZero();

        feedback(Feedback.newBuilder()
                .setApplicationId(other.getPaymentId())
                .setResultCode("0600")
                .build());
        assertThatThrownBy(() -> payments.resolveRefundPayment(ResolveRefundPaymentRequest.newBuilder()
                        .setPaymentId(other.getPaymentId())
                        .setReceipt(now(half).getReceipts(0))
                        .setReason("by telephone")
                        .setOperator(OFFICER)
                        .build()))
                .hasMessageContaining("FAILED_PRECONDITION");

        recorded(again.toBuilder()
                .setRefund(again.getRefund().toBuilder().setReceiptId("its own"))
                .build());
        assertThat(now(other).getState()).isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
    }

    @Test
    void whatNobodyAnswersForTooLongNeedsAPerson() {
        RefundPayment payment = ordered(Answer.PAYS_AND_FALLS_SILENT);

        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_MANUAL);

        assertThat(ordersOf(payment))
                .as("sent once: the institution did not say that it knows nothing")
                .hasSize(1);
        institutions.answerInquiries();
        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
        assertThat(institutions.effectsOf(payment.getPaymentId())).isEqualTo(1);
    }

    @Test
    void personSaysOnlyOfAPaymentThatNeedsOne() {
        RefundPayment payment = ordered(Answer.PAYS);
        sendUntil(payment, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);

        assertThatThrownBy(() -> payments.resolveRefundPayment(ResolveRefundPaymentRequest.newBuilder()
                        .setPaymentId(payment.getPaymentId())
                        .setReason("by telephone")
                        .setOperator(OFFICER)
                        .build()))
                .hasMessageContaining("FAILED_PRECONDITION");
    }

    private Feedback paidFeedback(RefundPayment payment) {
        RefundPayment known = now(payment);
        return Feedback.newBuilder()
                .setApplicationId(payment.getPaymentId())
                .setResultCode("0000")
                .setRefund(RefundStatus.newBuilder()
                        .setReceiptId(known.getReceipts(0).getReceiptId())
                        .setPaidAt(known.getReceipts(0).getPaidAt())
                        .setPaidFen(known.getReceipts(0).getPaidFen()))
                .build();
    }

    private List<SendRefundRequest> ordersOf(RefundPayment payment) {
        return institutions.orders().stream()
                .filter(order -> order.getApplicationId().equals(payment.getPaymentId()))
                .toList();
    }

    private RefundPayment ordered(Answer... answers) {
        RefundPlan plan = payablePlan();
        approve(plan);
        institutions.then(answers);
        return pay(plan).get(0);
    }

    private void sendUntil(RefundPayment payment, RefundPaymentState state) {
        await().untilAsserted(() -> {
            send();
            assertThat(now(payment).getState()).isEqualTo(state);
        });
    }

    private RefundPayment now(RefundPayment payment) {
        List<RefundPayment> found = payments.listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                        .setPlanId(payment.getPlanId())
                        .build())
                .getPaymentsList();
        return found.stream()
                .filter(each -> each.getPaymentId().equals(payment.getPaymentId()))
                .findFirst()
                .orElseThrow();
    }

    /** True when it changed nothing. */
    private boolean feedback(Feedback feedback) {
        return recorded(feedback).getReplayed();
    }

    private RecordRefundFeedbackResponse recorded(Feedback feedback) {
        return RefundFeedbackServiceGrpc.newBlockingStub(client.ofGateway())
                .recordRefundFeedback(RecordRefundFeedbackRequest.newBuilder()
                        .setInstitutionCode("102100099996")
                        .setFeedback(feedback)
                        .build());
    }
}
