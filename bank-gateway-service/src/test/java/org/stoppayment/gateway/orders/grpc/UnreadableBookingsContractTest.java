package org.stoppayment.gateway.orders.grpc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Gateway;
import org.stoppayment.gateway.testkit.TestBed;
import org.stoppayment.gateway.testkit.TestBedResource;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.Outflow;

/** A booking that cannot be read neither puts the stop in doubt nor hides the other bookings. */
@QuarkusTest
@QuarkusTestResource(TestBedResource.class)
class UnreadableBookingsContractTest {

    private static final String BANK = TestBed.code(46);
    private static final String GOOD = """
            {"serial": "F-1", "kind": "TRANSFER", "amountFen": 80, "bookedAt": "2026-03-01T08:00:30Z", "currency": "CNY",
             "payee": {"institutionCode": "103100000026", "number": "6228480000000000015"}}""";
    private static final String CASH =
            "{\"serial\": \"F-2\", \"kind\": \"CASH\", \"amountFen\": 20, \"bookedAt\": \"2026-03-01T08:00:30Z\"}";

    TestBed bed;
    Gateway gateway;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a field of a valid outflow | its replacement | the field that is listed
                "\"amountFen\": 80 | \"amountFen\": -1 | amountFen",
                "\"amountFen\": 80 | \"amountFen\": 0 | amountFen",
                "\"amountFen\": 80 | \"amountFen\": 10000000000001 | amountFen",
                "\"amountFen\": 80 | \"amountFen\": 99999999999999999999 | amountFen",
                "\"amountFen\": 80 | \"amountFen\": 1.5 | amountFen",
                "\"amountFen\": 80 | \"amountFen\": \"80\" | amountFen",
                "\"amountFen\": 80 | \"x\": 1 | amountFen",
                "\"currency\": \"CNY\" | \"currency\": \"USD\" | currency",
                "\"currency\": \"CNY\" | \"currency\": 156 | currency",
                "\"serial\": \"F-1\" | \"serial\": \"\" | serial",
                "\"serial\": \"F-1\" | \"x\": 1 | serial",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"x\": 1 | bookedAt",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"bookedAt\": \"2026-02-30T08:00:30Z\" | bookedAt",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"bookedAt\": 1772352030 | bookedAt",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"bookedAt\": \"0000-01-01T00:00:00Z\" | bookedAt",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"bookedAt\": \"0000-12-31T23:59:59.999999999Z\" | bookedAt",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"bookedAt\": \"0001-01-01T00:00:00+10:00\" | bookedAt",
                "\"bookedAt\": \"2026-03-01T08:00:30Z\" | \"bookedAt\": \"9999-12-31T23:59:59-10:00\" | bookedAt",
                "\"kind\": \"TRANSFER\" | \"kind\": \"GIFT\" | kind",
                "\"kind\": \"TRANSFER\" | \"x\": 1 | kind",
                "\"number\": \"6228480000000000015\" | \"number\": \"\" | payee.number",
                "\"number\": \"6228480000000000015\" | \"x\": 1 | payee.number",
                "\"payee\": | \"x\": | payee",
                "\"currency\": \"CNY\" | \"sequence\": -1 | sequence"
            })
    void invalidOutflowIsLeftOutAndListedAndTheStopIsInEffect(String field, String instead, String named) {
        assertThat(GOOD).contains(field);

        Feedback feedback = stopAnswered(CASH + "," + GOOD.replace(field, instead), "");

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(feedback.getOutflowsList()).extracting(Outflow::getSerial).containsExactly("F-2");
        assertThat(feedback.getUnreadableList()).containsExactly("outflows[1]." + named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what a stop says besides its code | its moment | its balance
                "\"stoppedAt\": \"2026-03-01T16:01:02+08:00\", \"balanceFen\": 14000000 | 2026-03-01T08:01:02Z | 14000000",
                "\"stoppedAt\": \"2026-03-01T16:01:02+0800\", \"balanceFen\": 1.4E+7 | 2026-03-01T08:01:02Z | 14000000",
                "\"stoppedAt\": \"2026-03-01T16:01:02+08\", \"balanceFen\": 14000000.0 | 2026-03-01T08:01:02Z | 14000000",
                "\"stoppedAt\": \"2026-03-01T16:01:02\", \"balanceFen\": 14000000 | - | 14000000",
                "\"stoppedAt\": \"2026-03-01T08:01:02Z\", \"balanceFen\": 1.5 | 2026-03-01T08:01:02Z | -",
                "\"stoppedAt\": \"2026-03-01T08:01:02Z\", \"balanceFen\": 1E999999999 | 2026-03-01T08:01:02Z | -",
                "\"stoppedAt\": \"2026-03-01T08:01:02Z\", \"balanceFen\": 1E99999999999 | 2026-03-01T08:01:02Z | -",
                "\"stoppedAt\": \"2026-03-01T08:01:02Z\", \"balanceFen\": \"140,000.00\" | 2026-03-01T08:01:02Z | -",
                "\"stoppedAt\": 20260301160102, \"balanceFen\": -1 | - | -",
                "\"stoppedAt\": \"2015-12-31T23:59:59Z\", \"balanceFen\": 7 | - | 7",
                "\"x\": 1 | - | -"
            })
    void fieldsThatCanBeReadAreReadAndTheResultIsNeverLost(String fields, String stoppedAt, Long balanceFen) {
        String id = "fields-" + Integer.toHexString(fields.hashCode());
        bed.bank.stubFor(post("/" + BANK + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse()
                        .withBody("{\"applicationId\": \"%s\", \"resultCode\": \"0000\", %s, \"outflows\": [%s]}"
                                .formatted(id, fields, GOOD))));

        Feedback feedback = gateway.stop(BANK, id).getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.hasStoppedAt() ? CommonWire.instant(feedback.getStoppedAt()) : null)
                .isEqualTo(stoppedAt == null ? null : Instant.parse(stoppedAt));
        assertThat(feedback.hasBalanceFen() ? feedback.getBalanceFen() : null).isEqualTo(balanceFen);
        assertThat(feedback.getOutflowsList()).extracting(Outflow::getSerial).containsExactly("F-1");
        assertThat(feedback.getUnreadableList()).isEmpty();
    }

    @Test
    void bookingsInTheFormsOfABankAreRead() {
        Feedback feedback = stopAnswered(
                GOOD.replace("\"amountFen\": 80", "\"amountFen\": 8E+1, \"sequence\": 1.2e1")
                        .replace("2026-03-01T08:00:30Z", "2026-03-01T16:00:30+0800"),
                "{\"serial\": \"I-1\", \"amountFen\": 500.00, \"bookedAt\": \"2026-02-28T17:00:00+08\"}");

        assertThat(feedback.getUnreadableList()).isEmpty();
        assertThat(feedback.getOutflows(0).getAmountFen()).isEqualTo(80);
        assertThat(feedback.getOutflows(0).getSequence()).isEqualTo(12);
        assertThat(CommonWire.instant(feedback.getOutflows(0).getBookedAt()))
                .isEqualTo(Instant.parse("2026-03-01T08:00:30Z"));
        assertThat(feedback.getInflows(0).getAmountFen()).isEqualTo(500);
        assertThat(CommonWire.instant(feedback.getInflows(0).getBookedAt()))
                .isEqualTo(Instant.parse("2026-02-28T09:00:00Z"));
    }

    @Test
    void bookingsThatAreNoArrayAreListed() {
        String id = "no-array";
        bed.bank.stubFor(post("/" + BANK + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse()
                        .withBody(Feedbacks.withBookings(id, "", "").replace("\"outflows\": []", "\"outflows\": {}"))));

        Feedback feedback = gateway.stop(BANK, id).getFeedback();

        assertThat(feedback.getBalanceFen()).isEqualTo(6_000_000);
        assertThat(feedback.getUnreadableList()).containsExactly("outflows");
    }

    @Test
    void refusalWithGarbageBesideItIsARefusal() {
        String id = "refused";
        bed.bank.stubFor(post("/" + BANK + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse()
                        .withBody("{\"applicationId\": \"refused\", \"resultCode\": \"0301\", \"balanceFen\": \"n/a\","
                                + " \"stoppedAt\": \"-\", \"mismatched\": [\"account.name\", \"the name\"]}")));

        Feedback feedback = gateway.stop(BANK, id).getFeedback();

        assertThat(feedback.getResultCode()).isEqualTo("0301");
        assertThat(feedback.getMismatchedList()).containsExactly("account.name");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "\"yes\", false", "null, true"})
    void moreIsToComeWhereNobodyCanReadThatNothingIs(String complete, boolean read) {
        String id = "complete-" + Math.abs(complete.hashCode());
        bed.bank.stubFor(post("/" + BANK + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse()
                        .withBody(Feedbacks.withBookings(id, "", "")
                                .replace("\"outflows\": []", "\"complete\": " + complete))));

        assertThat(gateway.stop(BANK, id).getFeedback().getComplete()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "0001-01-01T10:00:00+10:00",
                "0000-12-31T14:00:00-10:00",
                "9999-12-31T23:59:59.999999999Z",
                "9999-12-31T13:59:59-10:00"
            })
    void firstAndLastPossibleMomentAreRead(String moment) {
        String inflow = "{\"serial\": \"I-1\", \"amountFen\": 500, \"bookedAt\": \"" + moment + "\"}";

        Feedback feedback = stopAnswered(GOOD.replace("2026-03-01T08:00:30Z", moment), inflow);

        assertThat(feedback.getUnreadableList()).isEmpty();
        assertThat(feedback.getOutflows(0).getBookedAt())
                .isEqualTo(feedback.getInflows(0).getBookedAt())
                .isEqualTo(CommonWire.timestamp(OffsetDateTime.parse(moment).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "0001-01-01T00:00:00+10:00", "9999-12-31T23:59:59-10:00"})
    void inflowOfAnImpossibleMomentIsLeftOutAndListed(String moment) {
        String inflow = "{\"serial\": \"I-1\", \"amountFen\": 500, \"bookedAt\": \"" + moment + "\"}";

        Feedback feedback = stopAnswered(GOOD, inflow);

        assertThat(feedback.getResultCode()).isEqualTo("0000");
        assertThat(feedback.getOutflowsCount()).isEqualTo(1);
        assertThat(feedback.getInflowsCount()).isZero();
        assertThat(feedback.getUnreadableList()).containsExactly("inflows[0].bookedAt");
    }

    @Test
    void elementThatIsNotABookingIsListedByIndex() {
        Feedback feedback = stopAnswered("5, " + GOOD, "\"x\"");

        assertThat(feedback.getOutflowsCount()).isEqualTo(1);
        assertThat(feedback.getUnreadableList()).containsExactly("outflows[0]", "inflows[0]");
    }

    @Test
    void everyInvalidFieldIsListed() {
        Feedback feedback = stopAnswered("{}", "{\"serial\": \"I-1\", \"amountFen\": -5, \"currency\": \"USD\"}");

        assertThat(feedback.getUnreadableList())
                .containsExactly(
                        "outflows[0].serial",
                        "outflows[0].kind",
                        "outflows[0].amountFen",
                        "outflows[0].bookedAt",
                        "inflows[0].currency",
                        "inflows[0].amountFen",
                        "inflows[0].bookedAt");
    }

    @Test
    void unknownAccountKindDoesNotHideThePayee() {
        Feedback feedback = stopAnswered(GOOD.replace("\"number\":", "\"kind\": \"SAVINGS\", \"number\":"), "");

        assertThat(feedback.getUnreadableList()).isEmpty();
        assertThat(feedback.getOutflows(0).getPayee().getNumber()).isEqualTo("6228480000000000015");
    }

    @Test
    void inflowsAreReadWithAsMuchOfTheirPayersAsIsKnown() {
        Feedback feedback = stopAnswered("", """
                {"serial": "I-1", "amountFen": 500, "bookedAt": "2026-02-28T09:00:00Z",
                 "payer": {"institutionCode": "103100000026", "number": "6228480000000000015", "name": "李四",
                           "kind": "BANK_PERSONAL"}},
                {"serial": "I-2", "amountFen": 600, "bookedAt": "2026-02-28T10:00:00Z", "payer": {"name": "李四"}},
                {"serial": "I-3", "amountFen": 700, "bookedAt": "2026-02-28T11:00:00Z"}""");

        assertThat(feedback.getInflowsList()).extracting(Inflow::getSerial).containsExactly("I-1", "I-2", "I-3");
        assertThat(feedback.getInflows(0).getAmountFen()).isEqualTo(500);
        assertThat(feedback.getInflows(0).getBookedAt().getSeconds()).isEqualTo(1_772_269_200);
        assertThat(feedback.getInflows(0).getPayer().getNumber()).isEqualTo("6228480000000000015");
        assertThat(feedback.getInflows(1).getPayer().getName()).isEqualTo("李四");
        assertThat(feedback.getInflows(2).hasPayer()).isFalse();
        assertThat(feedback.getUnreadableList()).isEmpty();
    }

    @Test
    void tenThousandOutflowsAreReadAndTheRestIsListedOnce() {
        String outflows = IntStream.range(0, 10_002)
                .mapToObj(each -> GOOD.replace("F-1", "F-" + each))
                .collect(Collectors.joining(","));

        Feedback feedback = stopAnswered(outflows, "");

        assertThat(feedback.getOutflowsCount()).isEqualTo(10_000);
        assertThat(feedback.getOutflows(9_999).getSerial()).isEqualTo("F-9999");
        assertThat(feedback.getUnreadableList()).containsExactly("outflows[10000]");
    }

    @Test
    void atMostAHundredFieldsAreListed() {
        String outflows = IntStream.range(0, 200).mapToObj(each -> "0").collect(Collectors.joining(","));

        assertThat(stopAnswered(outflows, "").getUnreadableList()).hasSize(100).contains("outflows[99]");
    }

    private Feedback stopAnswered(String outflows, String inflows) {
        String id = "bookings-" + Integer.toHexString((outflows + inflows).hashCode());
        bed.bank.stubFor(post("/" + BANK + "/v1/stops")
                .withHeader("webhook-id", equalTo(id))
                .willReturn(aResponse().withBody(Feedbacks.withBookings(id, outflows, inflows))));
        return gateway.stop(BANK, id).getFeedback();
    }
}
