package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

/** Freezes and the orders about them, from the institution's answer to the outcome. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class FreezeContractTest extends FreezeContractTestBase {

    @Test
    void freezeInEffectTellsSinceWhenTheSumAndTheBalance() {
        answer("/v1/freezes", "freeze-good", Freezes.frozen("freeze-good", "0000", 6_000_000));

        Feedback feedback = freeze("freeze-good").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getBalanceFen()).isEqualTo(6_500_000);
        assertThat(feedback.getFreeze().getFrozenFen()).isEqualTo(6_000_000);
        assertThat(CommonWire.instant(feedback.getFreeze().getFrozenAt())).hasToString("2026-03-02T03:00:01Z");
        assertThat(feedback.getFreeze().hasWaitingPlace()).isFalse();
        assertThat(feedback.hasStoppedAt()).isFalse();
    }

    @Test
    void freezeOfLessThanOrderedTellsTheSumThatItHolds() {
        answer("/v1/freezes", "freeze-part", Freezes.frozen("freeze-part", "1200", 0));

        Feedback feedback = freeze("freeze-part").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("1200");
        assertThat(feedback.getFreeze().hasFrozenFen()).isTrue();
        assertThat(feedback.getFreeze().getFrozenFen()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1302, 1", "1303, 3"})
    void waitingFreezeTellsItsPlace(String code, int place) {
        String id = "freeze-waiting-" + code;
        answer("/v1/freezes", id, Freezes.waiting(id, code, place));

        Feedback feedback = freeze(id).getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo(code);
        assertThat(feedback.getFreeze().getWaitingPlace()).isEqualTo(place);
        assertThat(feedback.getFreeze().hasFrozenFen()).isFalse();
        assertThat(feedback.getFreeze().getUnreadableList()).isEmpty();
    }

    @Test
    void declinedFreezeTellsItsCodeAndHoldsNothing() {
        answer("/v1/freezes", "freeze-declined", Feedbacks.code("freeze-declined", "0301"));

        Feedback feedback = freeze("freeze-declined").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0301");
        assertThat(feedback.hasFreeze()).isFalse();
    }

    @Test
    void resultOfAFreezeCountsWhateverElseCannotBeRead() {
        answer("/v1/freezes", "freeze-unreadable", """
                {"applicationId": "freeze-unreadable", "resultCode": "0000", "balanceFen": 1.5,
                 "freeze": {"frozenAt": "noon", "frozenFen": "6000000", "waitingPlace": 0}}""");

        Feedback feedback = freeze("freeze-unreadable").getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.hasBalanceFen()).isFalse();
        assertThat(feedback.getFreeze().hasFrozenAt()).isFalse();
        assertThat(feedback.getFreeze().hasFrozenFen()).isFalse();
        assertThat(feedback.getFreeze().getUnreadableList())
                .containsExactly("freeze.frozenAt", "freeze.frozenFen", "freeze.waitingPlace");
    }

    @Test
    void freezeThatIsNoObjectIsAFreezeOfUnknownSum() {
        answer("/v1/freezes", "freeze-odd", """
                {"applicationId": "freeze-odd", "resultCode": "0000", "freeze": true}""");

        Feedback feedback = freeze("freeze-odd").getFeedback();

        assertThat(feedback.hasFreeze()).isTrue();
        assertThat(feedback.getFreeze().hasFrozenFen()).isFalse();
        assertThat(feedback.getFreeze().getUnreadableList()).containsExactly("freeze");
    }

    @Test
    void answerWithoutAResultIsDoubtAndTheInquiryResolvesIt() {
        answer("/v1/freezes", "freeze-doubt", "{\"applicationId\": \"freeze-doubt\"}");
        bed.bank.stubFor(get("/" + BANK + "/v1/orders/freeze-doubt")
                .willReturn(ok(Freezes.frozen("freeze-doubt", "0000", 6_000_000))));

        assertThat(freeze("freeze-doubt").getNoAnswer().getReason()).isEqualTo("INVALID_FEEDBACK");

        Outcome inquired = gateway.inquire(BANK, "freeze-doubt");
        assertThat(inquired.getFeedback().getFreeze().getFrozenFen()).isEqualTo(6_000_000);
    }

    @Test
    void freezeThatIsNotAnsweredIsDoubtAndAnInquiryMayFindItNotKnown() {
        String bank = TestBed.code(56);
        bed.bank.stubFor(post("/" + bank + "/v1/freezes").willReturn(aResponse().withStatus(500)));
        bed.bank.stubFor(get("/" + bank + "/v1/orders/freeze-lost")
                .willReturn(aResponse()
                        .withStatus(404)
                        .withBody("{\"title\": \"No such order\", \"status\": 404, \"code\": \"ORDER_NOT_KNOWN\"}")));

        Outcome sent =
                gateway.calls().sendFreeze(Freezes.limited(bank, "freeze-lost")).getOutcome();

        assertThat(sent.getNoAnswer().getReason()).isEqualTo("HTTP_500");
        assertThat(gateway.inquire(bank, "freeze-lost").hasNotKnown()).isTrue();
    }

    @Test
    void freezeThatIsTakenWillBeCalledBack() {
        bed.bank.stubFor(post("/" + BANK + "/v1/freezes")
                .withHeader("idempotency-key", equalTo("freeze-202"))
                .willReturn(aResponse().withStatus(202)));

        assertThat(freeze("freeze-202").hasAccepted()).isTrue();
    }

    @Test
    void unknownInstitutionHasNoRoute() {
        assertThat(gateway.calls()
                        .sendFreeze(Freezes.limited("Z9999999999999", "freeze-nowhere"))
                        .getOutcome()
                        .hasNoRoute())
                .isTrue();
    }

    @Test
    void everyViolationOfAFreezeIsNamedAtOnce() {
        SendFreezeRequest empty =
                SendFreezeRequest.newBuilder().setStopApplicationId("a b").build();

        assertThat(violations(() -> gateway.calls().sendFreeze(empty)))
                .containsExactlyInAnyOrder(
                        "institution_code",
                        "application_id",
                        "case_id",
                        "account.number",
                        "mode",
                        "applied_at",
                        "expires_at",
                        "legal_basis.filing_number",
                        "legal_basis.organisation",
                        "legal_basis.document_digest",
                        "legal_basis.approver.organisation",
                        "legal_basis.approver.badge_number",
                        "legal_basis.approver.level",
                        "stop_application_id");
    }

    @Test
    void limitedFreezeHasASumAndAFullOneAReason() {
        SendFreezeRequest limited = Freezes.limited(BANK, "freeze-form");
        SendFreezeRequest full = Freezes.full(BANK, "freeze-form");

        assertThat(violations(() -> gateway.calls()
                        .sendFreeze(limited.toBuilder().clearAmountFen().build())))
                .containsExactly("amount_fen");
        assertThat(violations(() -> gateway.calls()
                        .sendFreeze(limited.toBuilder()
                                .setAmountFen(10_000_000_000_001L)
                                .build())))
                .containsExactly("amount_fen");
        assertThat(violations(() -> gateway.calls()
                        .sendFreeze(full.toBuilder().setAmountFen(1).build())))
                .containsExactly("amount_fen");
        assertThat(violations(() -> gateway.calls()
                        .sendFreeze(full.toBuilder().clearReason().build())))
                .containsExactly("reason");
        assertThat(violations(() -> gateway.calls()
                        .sendFreeze(limited.toBuilder().setModeValue(9).build())))
                .containsExactly("mode");
    }

    @Test
    void digestMustBeOfSha256() {
        SendFreezeRequest.Builder order = Freezes.limited(BANK, "freeze-digest").toBuilder();
        order.getLegalBasisBuilder().setDocumentDigest(Freezes.DIGEST.substring(1));

        assertThat(violations(() -> gateway.calls().sendFreeze(order.build())))
                .containsExactly("legal_basis.document_digest");
    }
}
