package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.gateway.orders.grpc.FreezeContractTestBase.violations;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.Refunds;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;

/** Refunds, from the institution's answer to the outcome. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class RefundContractTest {

    private static final String BANK = TestBed.refunding();

    TestBed bed;
    Gateway gateway;

    @Test
    void paidRefundTellsReceiptMomentSumAndWhatTheFreezeStillHolds() {
        answer("refund-good", Refunds.paid("refund-good", "0000", "FH-1", 4_000_000));

        Feedback feedback = refund("refund-good").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getRefund().getReceiptId()).isEqualTo("FH-1");
        assertThat(CommonWire.instant(feedback.getRefund().getPaidAt())).hasToString("2026-04-10T02:00:01Z");
        assertThat(feedback.getRefund().getPaidFen()).isEqualTo(4_000_000);
        assertThat(feedback.getRefund().getFrozenFen()).isEqualTo(2_000_000);
        assertThat(feedback.getRefund().hasReturned()).isFalse();
        assertThat(feedback.getRefund().getUnreadableList()).isEmpty();
    }

    @Test
    void refundOfLessThanOrderedTellsTheSumThatWasPaid() {
        answer("refund-less", Refunds.paid("refund-less", "1200", "FH-2", 1_500_000));

        Feedback feedback = refund("refund-less").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("1200");
        assertThat(feedback.getRefund().getPaidFen()).isEqualTo(1_500_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "0301", "0400", "1900"})
    void declinedRefundTellsItsCodeAndPaysNothing(String code) {
        String id = "refund-declined-" + code;
        answer(id, Feedbacks.code(id, code));

        Feedback feedback = refund(id).getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo(code);
        assertThat(feedback.hasRefund()).isFalse();
    }

    @Test
    void applicationIdIsNoReceipt() {
        answer("refund-no-receipt", Refunds.paid("refund-no-receipt", "0000", "REFUND-no-receipt", 4_000_000));

        Feedback feedback = refund("refund-no-receipt").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getRefund().getReceiptId()).isEmpty();
        assertThat(feedback.getRefund().getPaidFen()).isEqualTo(4_000_000);
        assertThat(feedback.getRefund().getUnreadableList()).containsExactly("refund.receiptId");
    }

    @Test
    void resultOfARefundCountsWhateverElseCannotBeRead() {
        answer("refund-unreadable", Refunds.feedback("refund-unreadable", "0000", """
                        "receiptId": "two words", "paidAt": "noon", "amountFen": 1.5, "frozenFen": "6",
                         "returned": {"returnedAt": 1, "amountFen": 0}"""));

        Feedback feedback = refund("refund-unreadable").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getRefund().hasPaidFen()).isFalse();
        assertThat(feedback.getRefund().hasReturned()).isTrue();
        assertThat(feedback.getRefund().getReturned().hasAmountFen()).isFalse();
        assertThat(feedback.getRefund().getUnreadableList())
                .containsExactlyInAnyOrder(
                        "refund.receiptId",
                        "refund.paidAt",
                        "refund.amountFen",
                        "refund.frozenFen",
                        "refund.returned.returnedAt",
                        "refund.returned.amountFen");
    }

    @Test
    void refundThatIsNoObjectIsARefundOfUnknownSum() {
        answer("refund-odd", "{\"applicationId\": \"refund-odd\", \"resultCode\": \"0000\", \"refund\": true}");

        Feedback feedback = refund("refund-odd").getFeedback();

        assertThat(feedback.hasRefund()).isTrue();
        assertThat(feedback.getRefund().hasPaidFen()).isFalse();
        assertThat(feedback.getRefund().getUnreadableList()).containsExactly("refund");
    }

    @Test
    void inquiryTellsThatTheMoneyCameBack() {
        bed.bank.stubFor(get("/" + BANK + "/v1/orders/refund-back")
                .willReturn(aResponse().withBody(Refunds.returned("refund-back", "FH-3", 4_000_000))));

        Feedback feedback = gateway.inquire(BANK, "refund-back").getFeedback();

        assertThat(feedback.getRefund().getReceiptId()).isEqualTo("FH-3");
        assertThat(feedback.getRefund().getReturned().getAmountFen()).isEqualTo(4_000_000);
        assertThat(feedback.getRefund().getReturned().getFrozenFen()).isEqualTo(6_000_000);
        assertThat(feedback.getRefund().getReturned().getReason()).isEqualTo("account closed");
        assertThat(CommonWire.instant(feedback.getRefund().getReturned().getReturnedAt()))
                .hasToString("2026-04-11T06:30:00Z");
    }

    @Test
    void refundThatIsTakenWillBeCalledBack() {
        bed.bank.stubFor(post("/" + BANK + "/v1/refunds")
                .withHeader("idempotency-key", equalTo("refund-202"))
                .willReturn(aResponse().withStatus(202)));

        assertThat(refund("refund-202").hasAccepted()).isTrue();
    }

    @Test
    void everyViolationOfARefundIsNamedAtOnce() {
        assertThat(violations(() -> gateway.refunds().sendRefund(SendRefundRequest.getDefaultInstance())))
                .containsExactlyInAnyOrder(
                        "institution_code",
                        "application_id",
                        "case_id",
                        "account.number",
                        "freeze_application_id",
                        "payee.institution_code",
                        "payee.number",
                        "payee.name",
                        "amount_fen",
                        "plan_id",
                        "plan_digest",
                        "applied_at",
                        "legal_basis.filing_number",
                        "legal_basis.organisation",
                        "legal_basis.document_digest",
                        "legal_basis.approver.organisation",
                        "legal_basis.approver.badge_number",
                        "legal_basis.approver.level");
    }

    @Test
    void moneyIsNeverSentToAnAccountThatIsNotNamedInFull() {
        Account payee = Refunds.order(BANK, "refund-to-whom").getPayee();

        assertThat(violations(() -> sendTo(payee.toBuilder().clearName().build())))
                .containsExactly("payee.name");
        assertThat(violations(
                        () -> sendTo(payee.toBuilder().setNumber("no number").build())))
                .containsExactly("payee.number");
        assertThat(violations(() -> sendTo(
                        payee.toBuilder().setInstitutionCode("103100000027").build())))
                .containsExactly("payee.institution_code");
        assertThat(bed.bank.findAll(postRequestedFor(urlEqualTo("/" + BANK + "/v1/refunds"))
                        .withHeader("idempotency-key", equalTo("refund-to-whom"))))
                .isEmpty();
    }

    private void sendTo(Account payee) {
        gateway.refunds()
                .sendRefund(Refunds.order(BANK, "refund-to-whom").toBuilder()
                        .setPayee(payee)
                        .build());
    }

    private Outcome refund(String id) {
        return gateway.refunds().sendRefund(Refunds.order(BANK, id)).getOutcome();
    }

    private void answer(String id, String feedback) {
        bed.bank.stubFor(post("/" + BANK + "/v1/refunds")
                .withHeader("idempotency-key", equalTo(id))
                .willReturn(aResponse().withBody(feedback)));
    }
}
