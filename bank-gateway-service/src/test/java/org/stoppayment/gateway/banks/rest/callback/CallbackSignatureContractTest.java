package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.gateway.testkit.Callbacks.BANK;
import static org.stoppayment.gateway.testkit.Callbacks.as;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;
import static org.stoppayment.gateway.testkit.Callbacks.bytes;
import static org.stoppayment.gateway.testkit.Callbacks.now;
import static org.stoppayment.gateway.testkit.Callbacks.path;
import static org.stoppayment.gateway.testkit.Callbacks.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;

/** Callbacks are accepted only with a valid, recent signature of their institution. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallbackSignatureContractTest {

    TestBed bed;

    @Test
    void wrongSignatureIsRefusedAndNothingIsRecorded() {
        byte[] body = bytes(Feedbacks.stopped("forged"));
        String other = TestBed.signature(TestBed.code(2)).sign("m-1", now(), body);

        assertProblem(send(BANK, "m-1", now(), other, body), 401, "INVALID_SIGNATURE");

        assertThat(bed.freeze.recorded("forged")).isEmpty();
    }

    @Test
    void signatureCoversTheExactBytes() {
        byte[] signed = bytes(Feedbacks.code("spaces", "0301"));
        byte[] same = bytes(Feedbacks.code("spaces", "0301") + " ");

        assertProblem(
                send(BANK, "m-1", now(), TestBed.signature(BANK).sign("m-1", now(), signed), same),
                401,
                "INVALID_SIGNATURE");
    }

    @Test
    void unsignedMessageIsRefused() {
        Response response = as(BANK).body(Feedbacks.code("unsigned", "0301")).post(path(BANK));

        assertProblem(response, 401, "INVALID_SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void staleAndFutureMessagesAreRefused(long seconds) {
        byte[] body = bytes(Feedbacks.code("stale", "0301"));
        Instant then = now().plusSeconds(seconds);

        assertProblem(
                send(BANK, "m-1", then, TestBed.signature(BANK).sign("m-1", then, body), body),
                401,
                "INVALID_SIGNATURE");
    }

    @Test
    void unknownInstitutionIsNotFound() {
        byte[] body = bytes(Feedbacks.code("x", "0301"));

        assertProblem(
                send("308584000013", "m-1", now(), TestBed.signature(BANK).sign("m-1", now(), body), body),
                404,
                "INSTITUTION_NOT_KNOWN");
    }
}
