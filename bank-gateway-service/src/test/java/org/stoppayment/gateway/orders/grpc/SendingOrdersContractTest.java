package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outcome.ResultCase;
import org.stoppayment.proto.gateway.v1.OutflowKind;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** From an institution's answer over HTTP to the outcome over gRPC, for answers in the contract and for all others. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class SendingOrdersContractTest {

    private static final String BANK = TestBed.code(1);

    TestBed bed;
    Gateway gateway;

    @Test
    void feedbackArrivesComplete() {
        answerStops("whole", aResponse().withBody(Feedbacks.stopped("whole")));

        Outcome outcome = gateway.stop(BANK, "whole");

        var feedback = outcome.getFeedback();
        assertThat(feedback.getApplicationId()).isEqualTo("whole");
        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(Instant.ofEpochSecond(
                        feedback.getStoppedAt().getSeconds(),
                        feedback.getStoppedAt().getNanos()))
                .isEqualTo("2026-03-01T08:01:02.500Z");
        assertThat(feedback.getComplete()).isFalse();
        assertThat(feedback.getOutflowsCount()).isEqualTo(2);
        assertThat(feedback.getOutflows(0).getPayee().getNumber()).isEqualTo("6228480000000000015");
        assertThat(feedback.getOutflows(0).getSequence()).isEqualTo(7);
        assertThat(feedback.getOutflows(0).getBookedAt().getSeconds())
                .isEqualTo(Instant.parse("2026-03-01T08:00:30Z").getEpochSecond());
        assertThat(feedback.getOutflows(1).getKind()).isEqualTo(OutflowKind.OUTFLOW_KIND_CASH);
        assertThat(feedback.getOutflows(1).hasPayee()).isFalse();
    }

    @Test
    void orderIsSignedAndCarriesItsIdAsTheIdempotencyKey() {
        answerStops("signed", aResponse().withStatus(202));

        gateway.stop(BANK, "signed");

        LoggedRequest request = bed.bank
                .findAll(postRequestedFor(urlEqualTo("/" + BANK + "/v1/stops"))
                        .withHeader("idempotency-key", equalTo("signed")))
                .get(0);
        assertThat(request.getHeader("webhook-id")).isEqualTo("signed");
        assertThat(TestBed.signature(BANK)
                        .verify(
                                "signed",
                                request.getHeader("webhook-timestamp"),
                                request.getHeader("webhook-signature"),
                                request.getBody(),
                                Instant.ofEpochSecond(Long.parseLong(request.getHeader("webhook-timestamp")))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // status | body | outcome | reason
                "202 | -                                                            | ACCEPTED  | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0301\"}           | FEEDBACK  | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"1100\"}           | FEEDBACK  | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"200002\"}         | FEEDBACK  | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"9999\"}           | FEEDBACK  | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"200008\"}         | NOT_SENT  | CALL_LIMIT",
                "429 | -                                                            | NOT_SENT  | CALL_LIMIT",
                "200 | <html>down</html>                                            | NO_ANSWER | GARBAGE",
                "200 | -                                                            | NO_ANSWER | GARBAGE",
                "200 | []                                                           | NO_ANSWER | GARBAGE",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0301\"} trailing  | NO_ANSWER | GARBAGE",
                "200 | {\"applicationId\":\"other\",\"resultCode\":\"0301\"}        | NO_ANSWER | WRONG_APPLICATION_ID",
                "200 | {\"resultCode\":\"0301\"}                                    | NO_ANSWER | INVALID_FEEDBACK",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"OK\"}             | NO_ANSWER | INVALID_FEEDBACK",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":301}                | NO_ANSWER | INVALID_FEEDBACK",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\"}           | FEEDBACK  | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\",\"balanceFen\":1} | FEEDBACK | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"1200\",\"stoppedAt\":\"2026-03-01T08:00:00Z\"} | FEEDBACK | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\",\"stoppedAt\":\"2026-03-01T08:00:00Z\",\"balanceFen\":-1} | FEEDBACK | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\",\"stoppedAt\":\"2026-03-01T08:00:00Z\",\"balanceFen\":10000000000001} | FEEDBACK | -",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\",\"stoppedAt\":\"2026-03-01T08:00:00Z\",\"balanceFen\":0} | FEEDBACK | -",
                "400 | -                                                            | NO_ANSWER | HTTP_400",
                "401 | -                                                            | NO_ANSWER | HTTP_401",
                "404 | {\"title\":\"x\",\"status\":404,\"code\":\"ORDER_NOT_KNOWN\"} | NO_ANSWER | HTTP_404",
                "302 | -                                                            | NO_ANSWER | HTTP_302",
                "500 | -                                                            | NO_ANSWER | HTTP_500",
                "503 | -                                                            | NO_ANSWER | HTTP_503",
            })
    void stopIsAnswered(int status, String body, ResultCase expected, String reason) {
        String id = "stop-%d-%d".formatted(status, body == null ? 0 : Math.abs(body.hashCode()));
        String institution = TestBed.code(2 + Math.floorMod(id.hashCode(), 20));
        String sent = body == null ? "" : body.replace("\"ID\"", "\"" + id + "\"");
        bed.bank.stubFor(post("/" + institution + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse().withStatus(status).withBody(sent)));

        Outcome outcome = gateway.stop(institution, id);

        assertThat(outcome.getResultCase()).isEqualTo(expected);
        assertThat(outcome.getNoAnswer().getReason() + outcome.getNotSent().getReason())
                .isEqualTo(reason == null ? "" : reason);
    }

    @Test
    void unknownApplicationTypeIsRefused() {
        SendStopRequest order = Gateway.stopOrder(BANK, "type").toBuilder()
                .setApplicationType("06")
                .build();

        assertThatThrownBy(() -> gateway.calls().sendStop(order)).hasMessageContaining("application_type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0301\"}    | FEEDBACK",
                "202 | -                                                     | ACCEPTED",
                "404 | {\"title\":\"x\",\"status\":404,\"code\":\"ORDER_NOT_KNOWN\"} | NOT_KNOWN",
                "404 | {\"title\":\"x\",\"status\":404,\"code\":\"NO_SUCH_PAGE\"}    | NO_ANSWER",
                "404 | <html>nginx</html>                                    | NO_ANSWER",
                "404 | -                                                     | NO_ANSWER",
                "410 | {\"title\":\"x\",\"status\":404,\"code\":\"ORDER_NOT_KNOWN\"} | NO_ANSWER",
                "429 | -                                                     | NOT_SENT",
                "200 | {\"applicationId\":\"other\",\"resultCode\":\"0301\"} | NO_ANSWER",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"1200\"}    | FEEDBACK",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":1200}          | NO_ANSWER",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\",\"balanceFen\":1} | FEEDBACK",
                "200 | {\"applicationId\":\"ID\",\"resultCode\":\"0000\"}    | FEEDBACK",
            })
    void inquiryIsAnswered(int status, String body, ResultCase expected) {
        String id = "inquiry-%d-%d".formatted(status, body == null ? 0 : Math.abs(body.hashCode()));
        String institution = TestBed.code(22 + Math.floorMod(id.hashCode(), 20));
        String sent = body == null ? "" : body.replace("\"ID\"", "\"" + id + "\"");
        bed.bank.stubFor(get("/" + institution + "/v1/orders/" + id)
                .willReturn(aResponse().withStatus(status).withBody(sent)));

        assertThat(gateway.inquire(institution, id).getResultCase()).isEqualTo(expected);
    }

    @Test
    void answerOfMoreThanFourMebibytesIsNoAnswer() {
        answerStops("large", aResponse().withBody(Feedbacks.code("large", "0301") + " ".repeat(4 << 20)));

        assertThat(gateway.stop(BANK, "large").getNoAnswer().getReason()).isEqualTo("TOO_LARGE");
    }

    @Test
    void unknownInstitutionHasNoRoute() {
        assertThat(gateway.stop("308584000013", "nobody").getResultCase()).isEqualTo(ResultCase.NO_ROUTE);
        assertThat(gateway.inquire("nonsense", "nobody").getResultCase()).isEqualTo(ResultCase.NO_ROUTE);
    }

    @Test
    void invalidOrderIsRefusedAndNotSent() {
        SendStopRequest bad = SendStopRequest.newBuilder()
                .setInstitutionCode(BANK)
                .setApplicationId("bad id!")
                .build();

        assertThatThrownBy(() -> gateway.calls().sendStop(bad))
                .satisfies(failure ->
                        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
    }

    @Test
    void institutionsAreListedWithTheirCircuits() {
        var institutions = gateway.calls()
                .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                .getInstitutionsList();

        assertThat(institutions).hasSizeGreaterThan(TestBed.INSTITUTIONS);
        assertThat(institutions.get(0).getCode()).isEqualTo(TestBed.code(0));
        assertThat(institutions.get(0).getShortName()).isEqualTo("行");
        assertThat(institutions.get(0).getCircuit()).isEqualTo("CLOSED");
    }

    private void answerStops(String id, ResponseDefinitionBuilder answer) {
        bed.bank.stubFor(post("/" + BANK + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(answer));
    }
}
