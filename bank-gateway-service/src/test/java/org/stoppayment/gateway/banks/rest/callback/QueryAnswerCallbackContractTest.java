package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;

import io.grpc.Status;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Callbacks;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Queries;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.proto.gateway.v1.QueryAnswer;

/** The answers to callbacks about queries, and the reports of watches. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class QueryAnswerCallbackContractTest {

    TestBed bed;

    @Test
    void answerIsAcknowledgedOnceItIsRecorded() {
        callBack(Queries.answer("q-1", Queries.holder())).then().statusCode(204);

        assertThat(bed.freeze.answers("q-1")).singleElement().satisfies(kept -> {
            assertThat(kept.getInstitutionCode()).isEqualTo(BANK);
            assertThat(kept.getAnswer().getHolder().getPhone()).isEqualTo("13800000018");
        });
    }

    @Test
    void reportsOfAWatchAreRecordedInTheirOrderAndAgainChangeNothing() {
        callBack(Queries.answer("q-watch", Queries.report(1, Queries.booking("S-1", 500))))
                .then()
                .statusCode(204);
        callBack(Queries.answer("q-watch", Queries.report(2, Queries.booking("S-2", 700))))
                .then()
                .statusCode(204);
        callBack(Queries.answer("q-watch", Queries.report(1, Queries.booking("S-1", 500))))
                .then()
                .statusCode(204);

        assertThat(bed.freeze.answers("q-watch"))
                .extracting(kept -> kept.getAnswer().getReport().getSequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void reportWithoutASequenceIsRecordedAndTheBankIsTold() {
        assertProblem(
                        callBack(Queries.answer(
                                "q-unnumbered",
                                "\"report\": {\"bookings\": [%s]}".formatted(Queries.booking("S-1", 500)))),
                        400,
                        "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("report.sequence"));

        QueryAnswer kept = answer("q-unnumbered");
        assertThat(kept.getReport().hasSequence()).isFalse();
        assertThat(kept.getReport().getBookingsCount()).isEqualTo(1);
    }

    @Test
    void bookingThatCannotBeReadIsRecordedAsSuchAndTheBankIsTold() {
        assertProblem(
                        callBack(Queries.answer(
                                "q-half",
                                Queries.report(1, Queries.halfBooking("S-1") + "," + Queries.booking("S-2", 7)))),
                        400,
                        "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("report.bookings[0].amountFen"));

        assertThat(answer("q-half").getReport().getBookingsList())
                .extracting(booking -> booking.getSerial())
                .containsExactly("S-2");
    }

    @Test
    void partThatOnlyAccountFreezeMissesIsTold() {
        bed.freeze.missesInAnswer("q-empty", "balance");

        assertProblem(callBack(Queries.answer("q-empty", "\"complete\": true")), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("balance"));

        assertThat(bed.freeze.answers("q-empty")).hasSize(1);
    }

    @Test
    void answerWithoutAResultIsRefused() {
        assertProblem(callBack("{\"applicationId\": \"bad id\", \"complete\": \"no\"}"), 400, "INVALID_FEEDBACK")
                .body("errors.field", hasItems("applicationId", "resultCode", "complete"));
    }

    @Test
    void answerThatIsNotSignedIsRefused() {
        byte[] body = Callbacks.bytes(Feedbacks.code("q-forged", "0300"));
        String signature = TestBed.signature(TestBed.code(2)).sign("m-1", Callbacks.now(), body);

        assertProblem(send("m-1", signature, body), 401, "INVALID_SIGNATURE");

        assertThat(bed.freeze.answers("q-forged")).isEmpty();
    }

    @Test
    void answerAboutAnotherAccountIsRefusedByAccountFreezeWithTheField() {
        bed.freeze.refuseAnswer(
                "q-other",
                Status.INVALID_ARGUMENT
                        .withDescription("accountNumber: *** (expected: the query's)")
                        .asRuntimeException());

        assertProblem(callBack(Queries.answer("q-other", Queries.holder())), 400, "INVALID_FEEDBACK");
    }

    @Test
    void unknownQueryIsNotFound() {
        bed.freeze.refuseAnswer("q-unknown", Status.NOT_FOUND.asRuntimeException());

        assertProblem(callBack(Feedbacks.code("q-unknown", "0300")), 404, "ORDER_NOT_KNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "UNAVAILABLE", "UNIMPLEMENTED"})
    void whatAccountFreezeDoesNotKeepIsUnavailable(Status.Code code) {
        String id = "q-trouble-" + code.value();
        bed.freeze.refuseAnswer(id, Status.fromCode(code).asRuntimeException());

        Response response = callBack(Feedbacks.code(id, "0300"));

        assertProblem(response, 503, "UNAVAILABLE");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    private QueryAnswer answer(String id) {
        List<QueryAnswer> kept = bed.freeze.answers(id).stream()
                .map(request -> request.getAnswer())
                .toList();
        assertThat(kept).hasSize(1);
        return kept.get(0);
    }

    private static Response callBack(String answer) {
        byte[] body = Callbacks.bytes(answer);
        return send("m-1", TestBed.signature(BANK).sign("m-1", Callbacks.now(), body), body);
    }

    private static Response send(String id, String signature, byte[] body) {
        return Callbacks.post("/v1/institutions/" + BANK + "/query-answers", id, Callbacks.now(), signature, body);
    }
}
