package org.stoppayment.gateway.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.stoppayment.gateway.testkit.Callbacks.bytes;
import static org.stoppayment.gateway.testkit.Callbacks.callBack;
import static org.stoppayment.gateway.testkit.Callbacks.now;
import static org.stoppayment.gateway.testkit.Callbacks.path;
import static org.stoppayment.gateway.testkit.Callbacks.problem;
import static org.stoppayment.gateway.testkit.Callbacks.send;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Bed;
import org.stoppayment.gateway.testkit.BedResource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;

/** What an institution meets when it calls back. */
@QuarkusTest
@QuarkusTestResource(BedResource.class)
class FeedbackCallbackContractTest {

    private static final String BANK = Bed.code(1);

    Bed bed;

    @Test
    void feedbackIsAcknowledgedOnceItIsKept() {
        callBack(BANK, Feedbacks.stopped("callback-1")).then().statusCode(204);

        RecordFeedbackRequest kept = bed.freeze.recorded("callback-1").get(0);
        assertThat(kept.getInstitutionCode()).isEqualTo(BANK);
        assertThat(kept.getFeedback().getBalanceFen()).isEqualTo(6_000_000);
        assertThat(kept.getFeedback().getOutflowsList()).hasSize(2);
    }

    @Test
    void wrongSignatureIsRefusedAndNothingIsKept() {
        byte[] body = bytes(Feedbacks.stopped("forged"));
        String other = Bed.signature(Bed.code(2)).sign("m-1", now(), body);

        problem(send(BANK, "m-1", now(), other, body), 401, "INVALID_SIGNATURE");

        assertThat(bed.freeze.recorded("forged")).isEmpty();
    }

    @Test
    void signatureIsOverTheVeryBytes() {
        byte[] signed = bytes(Feedbacks.code("spaces", "0301"));
        byte[] same = bytes(Feedbacks.code("spaces", "0301") + " ");

        problem(
                send(BANK, "m-1", now(), Bed.signature(BANK).sign("m-1", now(), signed), same),
                401,
                "INVALID_SIGNATURE");
    }

    @Test
    void unsignedMessageIsRefused() {
        Response response = given().body(Feedbacks.code("unsigned", "0301")).post(path(BANK));

        problem(response, 401, "INVALID_SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void staleAndFutureMessagesAreRefused(long seconds) {
        byte[] body = bytes(Feedbacks.code("stale", "0301"));
        Instant then = now().plusSeconds(seconds);

        problem(send(BANK, "m-1", then, Bed.signature(BANK).sign("m-1", then, body), body), 401, "INVALID_SIGNATURE");
    }

    @Test
    void unknownInstitutionIsNotFound() {
        byte[] body = bytes(Feedbacks.code("x", "0301"));

        problem(
                send("308584000013", "m-1", now(), Bed.signature(BANK).sign("m-1", now(), body), body),
                404,
                "INSTITUTION_NOT_KNOWN");
    }

    @Test
    void everyViolationIsNamedAndNoValueIsRepeated() {
        problem(callBack(BANK, """
                                {"applicationId": "bad id", "resultCode": "OK", "stoppedAt": "yesterday", "balanceFen": 1.5,
                                 "mismatched": "account.name", "complete": "yes", "outflows": 1, "inflows": {}}"""), 400, "INVALID_FEEDBACK")
                .body(
                        "errors.field",
                        hasItems(
                                "applicationId",
                                "resultCode",
                                "stoppedAt",
                                "balanceFen",
                                "mismatched",
                                "complete",
                                "outflows",
                                "inflows"))
                .body("errors", hasSize(8))
                .body(not(containsString("yesterday")));
    }

    @Test
    void aBookingThatCannotBeReadIsKeptAsSuchWithTheRest() {
        callBack(BANK, Feedbacks.withBookings("callback-2", "{\"serial\": \"F-1\", \"kind\": \"GIFT\"}", """
                        {"serial": "I-1", "amountFen": 500, "bookedAt": "2026-02-28T09:00:00Z"}"""))
                .then()
                .statusCode(204);

        var kept = bed.freeze.recorded("callback-2").get(0).getFeedback();
        assertThat(kept.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(kept.getOutflowsCount()).isZero();
        assertThat(kept.getInflows(0).getSerial()).isEqualTo("I-1");
        assertThat(kept.getUnreadableList())
                .containsExactly("outflows[0].kind", "outflows[0].amountFen", "outflows[0].bookedAt");
    }

    @Test
    void feedbackOnAnExtensionIsTaken() {
        callBack(BANK, Feedbacks.code("extension-1", "0000")).then().statusCode(204);

        assertThat(bed.freeze.recorded("extension-1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "<feedback/>",
                "{\"applicationId\":\"a\",\"applicationId\":\"b\",\"resultCode\":\"0301\"}"
            })
    void malformedBodyIsRefused(String body) {
        problem(callBack(BANK, body), 400, "INVALID_FEEDBACK")
                .body("errors[0].detail", containsString("a JSON object"));
    }

    @Test
    void halfASuccessIsRefused() {
        problem(
                        callBack(BANK, "{\"applicationId\": \"half\", \"resultCode\": \"0000\", \"balanceFen\": 1}"),
                        400,
                        "INVALID_FEEDBACK")
                .body("errors.field", hasItems("stoppedAt"));
    }

    @Test
    void unknownOrderIsNotFound() {
        bed.freeze.refuse("unknown-order", Status.NOT_FOUND.asRuntimeException());

        problem(callBack(BANK, Feedbacks.code("unknown-order", "0301")), 404, "ORDER_NOT_KNOWN");
    }

    @Test
    void refusalOfAccountFreezeIsPassedOnWithItsCode() {
        StatusRuntimeException refusal = StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.FAILED_PRECONDITION.value())
                .setMessage("the order was never sent")
                .addDetails(
                        Any.pack(ErrorInfo.newBuilder().setReason("NEVER_SENT").build()))
                .build());
        bed.freeze.refuse("refused", refusal);

        problem(callBack(BANK, Feedbacks.code("refused", "0301")), 422, "NEVER_SENT");
    }

    @Test
    void violationsThatAccountFreezeFindsArePassedOn() {
        bed.freeze.refuse(
                "invalid",
                Status.INVALID_ARGUMENT.withDescription("stopped_at: none").asRuntimeException());

        problem(callBack(BANK, Feedbacks.code("invalid", "0301")), 400, "INVALID_FEEDBACK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "UNKNOWN", "UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED"})
    void anythingElseOfAccountFreezeMeansCallAgain(Status.Code code) {
        String id = "trouble-" + code.value();
        bed.freeze.refuse(id, Status.fromCode(code).asRuntimeException());

        problem(callBack(BANK, Feedbacks.code(id, "0301")), 503, "UNAVAILABLE");
    }

    @Test
    void silenceOfAccountFreezeMeansCallAgain() {
        bed.freeze.keepSilentAbout("silence");

        Response response = callBack(BANK, Feedbacks.code("silence", "0301"));

        problem(response, 503, "UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void gatewayKnowsAtOnceWhenAccountFreezeIsBack() {
        bed.freeze.goAway();
        problem(callBack(BANK, Feedbacks.code("away", "0301")), 503, "UNAVAILABLE");
        for (int more = 0; more < 5; more++) {
            callBack(BANK, Feedbacks.code("away", "0301"));
        }

        bed.freeze.comeBack();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> callBack(BANK, Feedbacks.code("back", "0301")).statusCode() == 204);
    }
}
