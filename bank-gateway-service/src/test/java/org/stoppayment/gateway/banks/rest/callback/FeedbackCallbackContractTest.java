package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;
import static org.stoppayment.gateway.testkit.Callbacks.callBack;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;

/** The answers to callbacks. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class FeedbackCallbackContractTest {

    TestBed bed;

    @Test
    void feedbackIsAcknowledgedOnceItIsRecorded() {
        callBack(Feedbacks.stopped("callback-1")).then().statusCode(204);

        RecordFeedbackRequest kept = bed.freeze.recorded("callback-1").get(0);
        assertThat(kept.getInstitutionCode()).isEqualTo(BANK);
        assertThat(kept.getFeedback().getBalanceFen()).isEqualTo(6_000_000);
        assertThat(kept.getFeedback().getOutflowsList()).hasSize(2);
    }

    @Test
    void everyViolationIsListedWithoutValues() {
        assertProblem(callBack("""
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
    void unreadableBookingIsRecordedAsSuchWithTheRestAndTheBankIsTold() {
        assertProblem(
                        callBack(
                                Feedbacks.withBookings("callback-2", "{\"serial\": \"F-1\", \"kind\": \"GIFT\"}", """
                        {"serial": "I-1", "amountFen": 500, "bookedAt": "2026-02-28T09:00:00Z"}""")),
                        400,
                        "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("outflows[0].kind", "outflows[0].amountFen", "outflows[0].bookedAt"));

        var kept = bed.freeze.recorded("callback-2").get(0).getFeedback();
        assertThat(kept.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(kept.getOutflowsCount()).isZero();
        assertThat(kept.getInflows(0).getSerial()).isEqualTo("I-1");
        assertThat(kept.getUnreadableList())
                .containsExactly("outflows[0].kind", "outflows[0].amountFen", "outflows[0].bookedAt");
    }

    @Test
    void feedbackOnAFreezeIsRecordedWithWhatItHolds() {
        callBack(Freezes.frozen("freeze-1", "1200", 4_500_000)).then().statusCode(204);

        var kept = bed.freeze.recorded("freeze-1").get(0).getFeedback();
        assertThat(kept.getFreeze().getFrozenFen()).isEqualTo(4_500_000);
        assertThat(kept.getBalanceFen()).isEqualTo(6_500_000);
    }

    @Test
    void waitingFreezeIsCalledBackAgainWhenItTakesEffect() {
        callBack(Freezes.waiting("freeze-2", "1303", 1)).then().statusCode(204);
        callBack(Freezes.frozen("freeze-2", "0000", 6_000_000)).then().statusCode(204);

        assertThat(bed.freeze.recorded("freeze-2"))
                .extracting(kept -> kept.getFeedback().getResultCode())
                .containsExactly("1303", "0000");
    }

    @Test
    void freezeThatTellsNoSumIsRecordedAndTheBankIsTold() {
        assertProblem(
                        callBack("{\"applicationId\": \"freeze-3\", \"resultCode\": \"0000\", \"freeze\": {}}"),
                        400,
                        "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("freeze.frozenAt", "freeze.frozenFen", "balanceFen"));

        assertThat(bed.freeze.recorded("freeze-3"))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getFeedback().hasFreeze()).isTrue());
    }

    @Test
    void feedbackOnAnExtensionIsTaken() {
        callBack(Feedbacks.code("extension-1", "0000")).then().statusCode(204);

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
        assertProblem(callBack(body), 400, "INVALID_FEEDBACK")
                .body("errors[0].detail", containsString("a JSON object"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"balanceFen\": 1 | stoppedAt: none (expected: the moment of the stop, with resultCode 0000)",
                "\"stoppedAt\": \"2026-03-01T08:00:00Z\" | balanceFen: none (expected: the balance held, with resultCode 0000)",
                "\"stoppedAt\": \"2026-03-01T08:00:00Z\", \"balanceFen\": 1.5 | balanceFen: *** (expected: a whole number, 0..10000000000000)",
                "\"stoppedAt\": \"noon\", \"balanceFen\": 1 | stoppedAt: *** (expected: a moment as in RFC 3339, such as 2026-03-01T08:00:00Z)"
            })
    void stopWithoutAReadableMomentOrBalanceIsRecordedAndTheBankIsToldOnce(String fields, String told) {
        String id = "half-" + Math.abs(fields.hashCode());

        assertProblem(
                        callBack("{\"applicationId\": \"%s\", \"resultCode\": \"0000\", %s}".formatted(id, fields)),
                        400,
                        "INCOMPLETE_FEEDBACK")
                .body("errors.detail", contains(told));

        assertThat(bed.freeze.recorded(id)).singleElement().satisfies(kept -> assertThat(
                        kept.getFeedback().getResultCode())
                .isEqualTo("0000"));
    }

    @Test
    void bareSuccessOfAStopIsRecordedAndTheBankIsToldWhatItLacks() {
        bed.freeze.misses("bare", "stoppedAt", "balanceFen");

        assertProblem(callBack(Feedbacks.code("bare", "0000")), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("stoppedAt", "balanceFen"));

        assertThat(bed.freeze.recorded("bare")).hasSize(1);
    }

    @Test
    void numbersAndOffsetsInTheFormsOfABankAreReadInFull() {
        callBack("{\"applicationId\": \"forms\", \"resultCode\": \"0000\", \"stoppedAt\": \"2026-03-01T16:00:00+0800\","
                        + " \"balanceFen\": 1.4E+7}")
                .then()
                .statusCode(204);

        var kept = bed.freeze.recorded("forms").get(0).getFeedback();
        assertThat(kept.getBalanceFen()).isEqualTo(14_000_000);
        assertThat(kept.getStoppedAt().getSeconds()).isEqualTo(1_772_352_000);
    }

    @Test
    void garbageThatIsNotStoredIsToldAsSuch() {
        bed.freeze.refuse("lost", Status.UNAVAILABLE.asRuntimeException());

        assertProblem(
                callBack("{\"applicationId\": \"lost\", \"resultCode\": \"0000\", \"balanceFen\": 1.5}"),
                503,
                "UNAVAILABLE");
    }

    @Test
    void unknownOrderIsNotFound() {
        bed.freeze.refuse("unknown-order", Status.NOT_FOUND.asRuntimeException());

        assertProblem(callBack(Feedbacks.code("unknown-order", "0301")), 404, "ORDER_NOT_KNOWN");
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

        assertProblem(callBack(Feedbacks.code("refused", "0301")), 422, "NEVER_SENT");
    }

    @Test
    void violationsThatAccountFreezeFindsArePassedOn() {
        bed.freeze.refuse(
                "invalid",
                Status.INVALID_ARGUMENT.withDescription("stopped_at: none").asRuntimeException());

        assertProblem(callBack(Feedbacks.code("invalid", "0301")), 400, "INVALID_FEEDBACK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "UNKNOWN", "UNAVAILABLE", "RESOURCE_EXHAUSTED", "ABORTED"})
    void otherFailuresOfAccountFreezeAreUnavailable(Status.Code code) {
        String id = "trouble-" + code.value();
        bed.freeze.refuse(id, Status.fromCode(code).asRuntimeException());

        assertProblem(callBack(Feedbacks.code(id, "0301")), 503, "UNAVAILABLE");
    }

    @Test
    void timeoutOfAccountFreezeIsUnavailable() {
        bed.freeze.doNotAnswer("silence");

        Response response = callBack(Feedbacks.code("silence", "0301"));

        assertProblem(response, 503, "UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void feedbackIsDeliveredSoonAfterAccountFreezeIsBack() {
        bed.freeze.stop();
        assertProblem(callBack(Feedbacks.code("away", "0301")), 503, "UNAVAILABLE");
        for (int more = 0; more < 5; more++) {
            callBack(Feedbacks.code("away", "0301"));
        }

        bed.freeze.restart();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> callBack(Feedbacks.code("back", "0301")).statusCode() == 204);
    }
}
