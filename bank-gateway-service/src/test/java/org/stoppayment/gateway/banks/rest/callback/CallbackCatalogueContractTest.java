package org.stoppayment.gateway.banks.rest.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.stoppayment.gateway.testkit.Callbacks.assertProblem;
import static org.stoppayment.gateway.testkit.Callbacks.callBack;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;

/** Unusual callbacks, each with the status that the guide promises. What account-freeze makes of them is tested there. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class CallbackCatalogueContractTest {

    TestBed bed;

    @Test
    void thousandAndOneBookingsAreTaken() {
        callBack(Feedbacks.withBookings("many", transfers(1_001), "")).then().statusCode(204);

        assertThat(bed.freeze.recorded("many").get(0).getFeedback().getOutflowsCount())
                .isEqualTo(1_001);
    }

    @Test
    void ofTenThousandAndOneBookingsTheFirstTenThousandAreTakenAndTheBankIsTold() {
        assertProblem(callBack(Feedbacks.withBookings("too-many", transfers(10_001), "")), 400, "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("outflows[10000]"));

        assertThat(bed.freeze.recorded("too-many").get(0).getFeedback().getOutflowsCount())
                .isEqualTo(10_000);
    }

    @Test
    void bookingInAForeignCurrencyIsLeftOutAndTheBankIsTold() {
        String foreign = """
                {"serial": "F-1", "kind": "CASH", "amountFen": 100, "currency": "USD", "bookedAt": "2026-03-01T08:00:40Z"}""";

        assertProblem(
                        callBack(Feedbacks.withBookings("foreign", foreign + ", " + transfers(1), "")),
                        400,
                        "INCOMPLETE_FEEDBACK")
                .body("errors.field", contains("outflows[0].currency"));

        assertThat(bed.freeze.recorded("foreign").get(0).getFeedback().getOutflowsList())
                .singleElement()
                .satisfies(kept -> assertThat(kept.getSerial()).isEqualTo("T-0"));
    }

    private static String transfers(int count) {
        return IntStream.range(0, count).mapToObj("""
                {"serial": "T-%1$d", "kind": "TRANSFER", "amountFen": 100, "bookedAt": "2026-03-01T08:00:40Z", "sequence": %1$d,
                 "payee": {"institutionCode": "103100000026", "number": "6228480000000000015", "name": "李四"}}"""::formatted).collect(Collectors.joining(","));
    }
}
