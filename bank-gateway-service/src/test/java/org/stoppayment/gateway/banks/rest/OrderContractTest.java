package org.stoppayment.gateway.banks.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.OpenApi;
import org.stoppayment.gateway.testkit.Refunds;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Every order conforms to the contract, however little of it is known. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class OrderContractTest {

    private static final String BANK = TestBed.code(49);

    TestBed bed;
    Gateway gateway;

    private final OpenApi contract = new OpenApi();

    @BeforeEach
    void acceptAllOrders() {
        bed.bank.stubFor(
                any(urlMatching("/" + BANK + "/.*")).willReturn(aResponse().withStatus(202)));
    }

    @Test
    void completeStopConformsToTheContract() {
        gateway.stop(BANK, "whole-stop");

        LoggedRequest sent = sent("whole-stop");
        assertThat(sent.getMethod().value() + " " + sent.getUrl()).isEqualTo("POST /" + BANK + "/v1/stops");
        assertThat(contract.violations("StopOrder", sent.getBodyAsString())).isEmpty();
        assertHeaders(sent, true);
        assertThat(sent.getBodyAsString()).isEqualTo("""
                {"applicationId":"whole-stop","caseId":"01890a5d-ac96-774b-bcce-b302099a8057",\
                "account":{"institutionCode":"%s","number":"6222020000000000018","name":"张三丰","kind":"BANK_PERSONAL"},\
                "transfers":[{"amountFen":14000000,"currency":"CNY","transferredAt":"2026-03-01T08:00:00Z","serial":"S-1",\
                "payer":{"number":"6228480000000000015","name":"李四"}}],"protective":false,"reason":"FAKE_LOAN",\
                "appliedAt":"2026-03-01T08:01:00.005Z",\
                "operator":{"organisation":"110 desk","badgeNumber":"012345"},"emergencyLevel":"02"}""".formatted(BANK));
    }

    @Test
    void stopWithFewFieldsConformsToTheContract() {
        SendStopRequest.Builder order = Gateway.stopOrder(BANK, "little").toBuilder()
                .clearTransfers()
                .clearOperator()
                .clearReason()
                .addTransfers(Transfer.getDefaultInstance());
        order.getAccountBuilder().clearName().clearKind();

        gateway.calls().sendStop(order.build());

        assertThat(contract.violations("StopOrder", sent("little").getBodyAsString()))
                .isEmpty();
    }

    @Test
    void orderWithTooLongTextsConformsToTheContract() {
        SendStopRequest.Builder order = Gateway.stopOrder(BANK, "long-texts").toBuilder();
        order.getAccountBuilder().setName("𠮷".repeat(201)); // two chars of Java each, one character
        order.getTransfersBuilder(0)
                .setSerial("S".repeat(101))
                .getPayerBuilder()
                .setInstitutionCode("1".repeat(65))
                .setNumber("2".repeat(65))
                .setName("李".repeat(300));

        gateway.calls().sendStop(order.build());

        String body = sent("long-texts").getBodyAsString();
        assertThat(contract.violations("StopOrder", body)).isEmpty();
        assertThat(body)
                .contains(
                        "\"name\":\"" + "\\uD842\\uDFB7".repeat(200) + "\"",
                        "\"payer\":{\"name\":\"" + "李".repeat(200) + "\"}")
                .doesNotContain("serial");
    }

    @Test
    void protectiveStopAndCorrectionConformToTheContract() {
        gateway.calls()
                .sendStop(Gateway.stopOrder(BANK, "protective").toBuilder()
                        .clearTransfers()
                        .setProtective(true)
                        .setOriginalApplicationId("before")
                        .build());

        String body = sent("protective").getBodyAsString();
        assertThat(contract.violations("StopOrder", body)).isEmpty();
        assertThat(body).contains("\"protective\":true", "\"originalApplicationId\":\"before\"", "\"transfers\":[]");
    }

    @Test
    void urgentOrderAndLaterPaperworkConformToTheContract() {
        gateway.calls()
                .sendStop(Gateway.stopOrder(BANK, "urgent").toBuilder()
                        .setUrgent(true)
                        .setApplicationType("04")
                        .build());

        String body = sent("urgent").getBodyAsString();
        assertThat(contract.violations("StopOrder", body)).isEmpty();
        assertThat(body).contains("\"emergencyLevel\":\"01\"", "\"applicationType\":\"04\"");
    }

    @Test
    void extensionConformsToTheContract() {
        gateway.extend(BANK, "an-extension");

        LoggedRequest sent = sent("an-extension");
        assertThat(sent.getMethod().value() + " " + sent.getUrl()).isEqualTo("POST /" + BANK + "/v1/extensions");
        assertThat(contract.violations("ExtensionOrder", sent.getBodyAsString()))
                .isEmpty();
        assertHeaders(sent, true);
        assertThat(sent.getBodyAsString()).isEqualTo("""
                {"applicationId":"an-extension","originalApplicationId":"stop-1",\
                "caseId":"01890a5d-ac96-774b-bcce-b302099a8057",\
                "account":{"institutionCode":"%s","number":"6222020000000000018","name":"张三丰","kind":"BANK_PERSONAL"},\
                "reason":"FAKE_LOAN","appliedAt":"2026-03-01T08:01:00Z","expiresAt":"2026-03-03T08:01:01Z",\
                "operator":{"organisation":"anti-fraud centre","badgeNumber":"100234"}}""".formatted(BANK));
    }

    @Test
    void liftConformsToTheContract() {
        gateway.lift(BANK, "a-lift");

        LoggedRequest sent = sent("a-lift");
        assertThat(sent.getUrl()).isEqualTo("/" + BANK + "/v1/lifts");
        assertThat(contract.violations("LiftOrder", sent.getBodyAsString())).isEmpty();
        assertThat(sent.getBodyAsString())
                .contains("\"operator\":{\"organisation\":\"anti-fraud centre\",\"badgeNumber\":\"100234\"}");
        assertHeaders(sent, true);
    }

    @Test
    void limitedFreezeConformsToTheContract() {
        gateway.calls().sendFreeze(Freezes.limited(BANK, "a-freeze"));

        LoggedRequest sent = sent("a-freeze");
        assertThat(sent.getMethod().value() + " " + sent.getUrl()).isEqualTo("POST /" + BANK + "/v1/freezes");
        assertThat(contract.violations("FreezeOrder", sent.getBodyAsString())).isEmpty();
        assertHeaders(sent, true);
        assertThat(sent.getBodyAsString()).isEqualTo("""
                {"applicationId":"a-freeze","caseId":"01890a5d-ac96-774b-bcce-b302099a8057",\
                "account":{"institutionCode":"%s","number":"6222020000000000018","name":"张三丰","kind":"BANK_PERSONAL"},\
                "mode":"LIMITED","amountFen":6000000,"reason":"FAKE_LOAN","appliedAt":"2026-03-02T03:00:00Z",\
                "expiresAt":"2026-09-02T03:00:00Z","stopApplicationId":"stop-1",\
                "legalBasis":{"filingNumber":"2026-01234","organisation":"city police","documentDigest":"%s",\
                "approver":{"organisation":"city police","badgeNumber":"000123","level":"CITY"}},\
                "operator":{"organisation":"anti-fraud centre","badgeNumber":"100234"}}""".formatted(BANK, Freezes.DIGEST));
    }

    @Test
    void fullFreezeConformsToTheContract() {
        SendFreezeRequest.Builder order =
                Freezes.full(BANK, "a-full-freeze").toBuilder().clearStopApplicationId();
        order.getLegalBasisBuilder().setDocumentDigest(Freezes.DIGEST.toUpperCase(Locale.ROOT));

        gateway.calls().sendFreeze(order.build());

        String body = sent("a-full-freeze").getBodyAsString();
        assertThat(contract.violations("FreezeOrder", body)).isEmpty();
        assertThat(body)
                .contains("\"mode\":\"FULL\"", "\"documentDigest\":\"" + Freezes.DIGEST + "\"")
                .doesNotContain("amountFen", "stopApplicationId");
    }

    @Test
    void renewalLiftAndChangeOfAFreezeConformToTheContract() {
        gateway.calls().sendFreezeRenewal(Freezes.renewal(BANK, "a-renewal"));
        gateway.calls().sendFreezeLift(Freezes.lift(BANK, "a-freeze-lift"));
        gateway.calls().sendFreezeChange(Freezes.change(BANK, "a-change"));

        assertAmendment("a-renewal", "renewals", "FreezeRenewal", "\"expiresAt\":\"2026-09-02T03:00:00Z\"");
        assertAmendment("a-freeze-lift", "lifts", "FreezeLift", "\"reason\":\"GOODS_DELIVERED\"");
        assertAmendment("a-change", "changes", "FreezeChange", "\"amountFen\":4000000");
    }

    @Test
    void refundConformsToTheContract() {
        gateway.refunds().sendRefund(Refunds.order(BANK, "a-refund"));

        LoggedRequest sent = sent("a-refund");
        assertThat(sent.getMethod().value() + " " + sent.getUrl()).isEqualTo("POST /" + BANK + "/v1/refunds");
        assertThat(contract.violations("RefundOrder", sent.getBodyAsString())).isEmpty();
        assertHeaders(sent, true);
        assertThat(sent.getBodyAsString()).isEqualTo("""
                {"applicationId":"a-refund","caseId":"01890a5d-ac96-774b-bcce-b302099a8057",\
                "account":{"institutionCode":"%s","number":"6222020000000000018","name":"张三丰","kind":"BANK_PERSONAL"},\
                "freezeApplicationId":"freeze-1",\
                "payee":{"institutionCode":"103100000026","number":"6228480000000000015","name":"李四","kind":"BANK_PERSONAL"},\
                "amountFen":4000000,"planId":"0199e1b7-2c10-7d05-8f33-6a1b9c4e7f10","planDigest":"%s",\
                "reason":"FAKE_LOAN","appliedAt":"2026-04-10T02:00:00Z",\
                "legalBasis":{"filingNumber":"2026-01234","organisation":"city police","documentDigest":"%s",\
                "approver":{"organisation":"city police","badgeNumber":"000123","level":"CITY"}},\
                "operator":{"organisation":"anti-fraud centre","badgeNumber":"100234"}}""".formatted(BANK, Refunds.PLAN_DIGEST, Freezes.DIGEST));
    }

    private void assertAmendment(String id, String resource, String schema, String field) {
        LoggedRequest sent = sent(id);
        assertThat(sent.getMethod().value() + " " + sent.getUrl())
                .isEqualTo("POST /" + BANK + "/v1/freezes/" + resource);
        assertThat(contract.violations(schema, sent.getBodyAsString())).isEmpty();
        assertThat(sent.getBodyAsString()).contains(field, "\"originalApplicationId\":\"freeze-1\"");
        assertHeaders(sent, true);
    }

    @Test
    void inquiryConformsToTheContract() {
        gateway.inquire(BANK, "an-inquiry");

        LoggedRequest sent = sent("an-inquiry");
        assertThat(sent.getMethod().value() + " " + sent.getUrl()).isEqualTo("GET /" + BANK + "/v1/orders/an-inquiry");
        assertThat(sent.getBody()).isEmpty();
        assertHeaders(sent, false);
    }

    private void assertHeaders(LoggedRequest sent, boolean order) {
        Map<String, String> parameters = Map.of(
                "WebhookId", "webhook-id",
                "WebhookTimestamp", "webhook-timestamp",
                "WebhookSignature", "webhook-signature");
        parameters.forEach(
                (parameter, header) -> assertThat(contract.headerViolations(parameter, sent.getHeader(header)))
                        .as(header)
                        .isEmpty());
        if (order) {
            assertThat(contract.headerViolations("IdempotencyKey", sent.getHeader("idempotency-key")))
                    .isEmpty();
            assertThat(sent.getHeader("content-type")).isEqualTo("application/json");
        }
    }

    private LoggedRequest sent(String id) {
        return bed.bank
                .findAll(anyRequestedFor(urlMatching("/" + BANK + "/.*")).withHeader("webhook-id", equalTo(id)))
                .get(0);
    }
}
