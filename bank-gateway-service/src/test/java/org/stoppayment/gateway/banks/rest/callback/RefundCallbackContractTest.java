package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;

import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Refunds;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;

/** Callbacks about refunds: all of them reach fund-recovery as they came, and are acknowledged once it has recorded them. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class RefundCallbackContractTest {

    TestBed bed;

    @Test
    void paymentIsAcknowledgedOnceItIsRecorded() {
        callBack(Refunds.paid("r-paid", "0000", "FH-1", 4_000_000)).then().statusCode(204);

        assertThat(bed.recovery.recorded("r-paid")).singleElement().satisfies(kept -> {
            assertThat(kept.getInstitutionCode()).isEqualTo(BANK);
            assertThat(kept.getFeedback().getRefund().getReceiptId()).isEqualTo("FH-1");
            assertThat(kept.getFeedback().getRefund().getPaidFen()).isEqualTo(4_000_000);
        });
        assertThat(bed.freeze.recorded("r-paid")).isEmpty();
    }

    @Test
    void secondReceiptOfOneOrderReachesFundRecoveryBesideTheFirst() {
        callBack(Refunds.paid("r-twice", "0000", "FH-1", 4_000_000)).then().statusCode(204);
        callBack(Refunds.paid("r-twice", "0000", "FH-2", 4_000_000)).then().statusCode(204);

        assertThat(bed.recovery.recorded("r-twice"))
                .extracting(kept -> kept.getFeedback().getRefund().getReceiptId())
                .containsExactly("FH-1", "FH-2");
    }

    @Test
    void returnComesUnderTheSameOrder() {
        callBack(Refunds.paid("r-back", "0000", "FH-1", 4_000_000)).then().statusCode(204);
        callBack(Refunds.returned("r-back", "FH-1", 4_000_000)).then().statusCode(204);

        assertThat(bed.recovery.recorded("r-back"))
                .extracting(kept -> kept.getFeedback().getRefund().getReturned().getAmountFen())
                .containsExactly(0L, 4_000_000L);
    }

    @Test
    void paymentWithoutAReceiptIsRecordedAndTheBankIsAskedForIt() {
        assertProblem(callBack(Feedbacks.code("r-bare", "0000")), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", containsInAnyOrder("refund.receiptId", "refund.paidAt", "refund.amountFen"));
        assertProblem(callBack(Refunds.paid("r-own-id", "0000", "r-own-id", 1)), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("refund.receiptId"));
        assertProblem(callBack(Refunds.feedback("r-half-back", "0000", """
                                "receiptId": "FH-1", "paidAt": "2026-04-10T02:00:01Z", "amountFen": 5, "returned": {}""")), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", containsInAnyOrder("refund.returned.returnedAt", "refund.returned.amountFen"));

        assertThat(bed.recovery.recorded("r-bare")).hasSize(1);
        assertThat(bed.recovery.recorded("r-own-id")).hasSize(1);
        assertThat(bed.recovery.recorded("r-half-back")).hasSize(1);
    }

    @Test
    void declinedRefundNeedsNoReceipt() {
        callBack(Feedbacks.code("r-declined", "0301")).then().statusCode(204);

        assertThat(bed.recovery.recorded("r-declined")).hasSize(1);
    }

    @Test
    void fieldThatOnlyFundRecoveryMissesIsTold() {
        bed.recovery.misses("r-missing", "refund.frozenFen");

        assertProblem(callBack(Refunds.paid("r-missing", "0000", "FH-1", 5)), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("refund.frozenFen"));
    }

    @Test
    void callbackThatIsNotSignedIsRefused() {
        byte[] body = Callbacks.bytes(Refunds.paid("r-forged", "0000", "FH-1", 5));
        String signature = TestBed.signature(TestBed.code(2)).sign("m-1", Callbacks.now(), body);

        assertProblem(send("m-1", signature, body), 401, "INVALID_SIGNATURE");

        assertThat(bed.recovery.recorded("r-forged")).isEmpty();
    }

    @Test
    void refundThatWasNotSentToTheBankIsNotFound() {
        bed.recovery.refuse("r-unknown", Status.NOT_FOUND.asRuntimeException());

        assertProblem(callBack(Refunds.paid("r-unknown", "0000", "FH-1", 5)), 404, "ORDER_NOT_KNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "UNAVAILABLE", "UNIMPLEMENTED", "DEADLINE_EXCEEDED"})
    void whatFundRecoveryDoesNotKeepIsUnavailable(Status.Code code) {
        String id = "r-trouble-" + code.value();
        bed.recovery.refuse(id, Status.fromCode(code).asRuntimeException());

        Response response = callBack(Refunds.paid(id, "0000", "FH-1", 5));

        assertProblem(response, 503, "UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    private static Response callBack(String feedback) {
        byte[] body = Callbacks.bytes(feedback);
        return send("m-1", TestBed.signature(BANK).sign("m-1", Callbacks.now(), body), body);
    }

    private static Response send(String id, String signature, byte[] body) {
        return Callbacks.post("/v1/institutions/" + BANK + "/refund-feedback", id, Callbacks.now(), signature, body);
    }
}
