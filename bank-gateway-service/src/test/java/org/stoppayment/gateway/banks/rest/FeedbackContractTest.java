package org.stoppayment.gateway.banks.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.OpenApi;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** The gateway reads in full exactly the feedback that the contract allows; of any other it reads what it can. */
class FeedbackContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenApi CONTRACT = new OpenApi();
    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"x\"",
            "\"0000\"",
            "\"1200\"",
            "\"0301\"",
            "\"000000\"",
            "\"12345\"",
            "\"TRANSFER\"",
            "\"CNY\"",
            "\"BANK_PERSONAL\"",
            "\"2026-03-01T08:00:00Z\"",
            "\"2026-03-01T08:00:00.123456+08:00\"",
            "\"2026-13-01T08:00:00Z\"",
            "\"2026-03-01\"",
            "0",
            "1",
            "-1",
            "1.5",
            "10000000000000",
            "10000000000001",
            "1.4E+7",
            "14000000.0",
            "99999999999999999999",
            "true",
            "[]",
            "{}",
            "[\"account.name\"]",
            "[1]",
            "[{}]",
            "\"" + "y".repeat(65) + "\"",
            "\"" + "z".repeat(201) + "\"");

    @Test
    void gatewayAndContractAgreeOnMutatedFeedback() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int accepted = 0;
        int withUnreadable = 0;
        for (int round = 0; round < 1_500; round++) {
            ObjectNode feedback = (ObjectNode) JSON.readTree(
                    round % 3 == 0 ? Freezes.frozen("order-1", "1200", 6_000_000) : Feedbacks.stopped("order-1"));
            for (int mutations = random.nextInt(3); mutations >= 0; mutations--) {
                mutate(feedback, random);
            }
            ObjectNode own = withoutBookings(feedback);
            boolean allowed = CONTRACT.violations("Feedback", own).isEmpty();

            assertThat(isReadInFull(feedback, OrderKind.ANY))
                    .as("seed %d, round %d, by the contract %s: %s", seed, round, allowed, feedback)
                    .isEqualTo(allowed);
            assertThat(isReadInFull(feedback, OrderKind.STOP))
                    .as("seed %d, round %d, as a stop: %s", seed, round, feedback)
                    .isEqualTo(CONTRACT.violations("StopFeedback", own).isEmpty());
            assertThat(isReadInFull(feedback, OrderKind.FREEZE))
                    .as("seed %d, round %d, as a freeze: %s", seed, round, feedback)
                    .isEqualTo(CONTRACT.violations("FreezeFeedback", own).isEmpty());
            assertThat(result(feedback))
                    .as("seed %d, round %d, the result of %s", seed, round, feedback)
                    .isEqualTo(
                            CONTRACT.violations("Feedback", onlyResult(feedback))
                                            .isEmpty()
                                    ? feedback.path("resultCode").asText()
                                    : "");
            if (allowed) {
                Feedback read = FeedbackJson.read(bytes(feedback.toString()));
                assertThat(read.outflows())
                        .as("seed %d, round %d, outflows of %s", seed, round, feedback)
                        .hasSize(readable(feedback, "outflows", "Outflow"));
                assertThat(read.inflows())
                        .as("seed %d, round %d, inflows of %s", seed, round, feedback)
                        .hasSize(readable(feedback, "inflows", "Inflow"));
                assertThat(read.unreadable().isEmpty())
                        .as("seed %d, round %d, everything that is left out is listed: %s", seed, round, feedback)
                        .isEqualTo(read.outflows().size() + read.inflows().size()
                                == feedback.path("outflows").size()
                                        + feedback.path("inflows").size());
                withUnreadable += read.unreadable().isEmpty() ? 0 : 1;
            }
            accepted += allowed ? 1 : 0;
        }
        assertThat(accepted)
                .as("seed %d: valid and invalid feedback occurred", seed)
                .isBetween(100, 1_400);
        assertThat(withUnreadable).as("seed %d: bookings were left out", seed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\"} {}",
                "{\"applicationId\":\"a\",\"applicationId\":\"b\",\"resultCode\":\"0301\"}",
                "{\"applicationId\":\"a\\u0000\",\"resultCode\":\"0301\"}",
                "{\"applicationId\":\"a\",\"resultCode\":\"00 00\"}",
                "{\"applicationId\":\"a\",\"resultCode\":0}",
                "{\"applicationId\":\"a\"}",
                "{\"resultCode\":\"0000\"}"
            })
    void feedbackWithoutItsResultIsRefused(String body) {
        assertThatThrownBy(() -> FeedbackJson.read(bytes(body))).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"a\\u202eb\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"a\\u061cb\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"a\\ud842b\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"account.name,account.kind\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"the name\"]}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0000\",\"stoppedAt\":\"2015-12-31T23:59:59Z\",\"balanceFen\":1}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"balanceFen\":\"1\"}",
                "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"balanceFen\":1.5}"
            })
    void ambiguousFieldIsLeftOutAndListed(String body) {
        Feedback feedback = FeedbackJson.read(bytes(body));

        assertThat(feedback.unreadable()).hasSize(1);
        assertThat(feedback.stoppedAt()).isEmpty();
        assertThat(feedback.mismatched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, 0000-01-01T00:00:00Z, 'years 1 to 9999, UTC'",
        "0301, 0001-01-01T00:00:00+10:00, 'years 1 to 9999, UTC'",
        "0000, 9999-12-31T23:59:59-10:00, 'years 1 to 9999, UTC'",
        "0000, 2016-01-01T07:59:59+08:00, a moment since 2016-01-01T00:00:00Z"
    })
    void impossibleStopMomentIsListedWithFieldAndValue(String code, String moment, String expected) {
        String body = "{\"applicationId\":\"a\",\"resultCode\":\"%s\",\"stoppedAt\":\"%s\",\"balanceFen\":1}";

        Feedback feedback = FeedbackJson.read(bytes(body.formatted(code, moment)));

        assertThat(feedback.stoppedAt()).isEmpty();
        assertThat(feedback.balance()).isPresent();
        assertThat(feedback.unreadable())
                .containsExactly(new Violation(
                        "stoppedAt", "OUT_OF_RANGE", "stoppedAt: " + moment + " (expected: " + expected + ")"));
    }

    @Test
    void atMostAHundredMismatchedFieldsAreRead() {
        String body = "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"mismatched\":[\"account.name\"%s]}";

        assertThat(FeedbackJson.read(bytes(body.formatted(",\"x\"".repeat(99)))).mismatched())
                .hasSize(100);
        Feedback more = FeedbackJson.read(bytes(body.formatted(",\"x\"".repeat(100))));
        assertThat(more.mismatched()).hasSize(100);
        assertThat(more.unreadable()).extracting(Violation::field).containsExactly("mismatched");
    }

    @Test
    void fieldsThatCannotBeReadDoNotHideBookingsThatCannot() {
        Feedback feedback = FeedbackJson.read(
                bytes("{\"applicationId\":\"a\",\"resultCode\":\"0000\",\"mismatched\":[%s\"x\"],\"outflows\":[5]}"
                        .formatted("\"the name\",".repeat(100))));

        assertThat(feedback.unreadableBookings()).containsExactly("outflows[0]");
    }

    @Test
    void waitingPlaceIsAtLeastOne() {
        String body = "{\"applicationId\":\"a\",\"resultCode\":\"1303\",\"freeze\":{\"waitingPlace\":%d}}";

        assertThat(FeedbackJson.read(bytes(body.formatted(1)))
                        .freeze()
                        .orElseThrow()
                        .waitingPlace())
                .contains(1);
        Feedback none = FeedbackJson.read(bytes(body.formatted(0)));
        assertThat(none.freeze().orElseThrow().waitingPlace()).isEmpty();
        assertThat(none.unreadableFreeze()).containsExactly("freeze.waitingPlace");
    }

    @Test
    void momentOfAFreezeIsNotBefore2016() {
        Feedback feedback = FeedbackJson.read(
                bytes(Freezes.frozen("a", "0000", 1).replace("2026-03-02T03:00:01Z", "2015-12-31T23:59:59Z")));

        assertThat(feedback.freeze().orElseThrow().frozenAt()).isEmpty();
        assertThat(feedback.unreadable()).extracting(Violation::field).containsExactly("freeze.frozenAt");
    }

    @Test
    void nullReadsAsAbsent() {
        Feedback feedback = FeedbackJson.read(
                bytes(
                        "{\"applicationId\":\"a\",\"resultCode\":\"0301\",\"stoppedAt\":null,\"outflows\":null,\"freeze\":null,\"complete\":null}"));

        assertThat(feedback.stoppedAt()).isEmpty();
        assertThat(feedback.complete()).isTrue();
        assertThat(feedback.freeze()).isEmpty();
    }

    /** The feedback without its bookings, which do not decide whether it is accepted. */
    private static ObjectNode withoutBookings(ObjectNode feedback) {
        ObjectNode own = feedback.deepCopy();
        for (String bookings : List.of("outflows", "inflows")) {
            if (own.path(bookings).isArray()) {
                own.putArray(bookings);
            }
        }
        return own;
    }

    private static int readable(ObjectNode feedback, String bookings, String schema) {
        int readable = 0;
        for (JsonNode booking : feedback.path(bookings)) {
            readable += CONTRACT.violations(schema, booking).isEmpty() ? 1 : 0;
        }
        return readable;
    }

    private static boolean isReadInFull(JsonNode feedback, OrderKind as) {
        try {
            Feedback read = FeedbackJson.read(bytes(feedback.toString()));
            return read.missingFields(as).isEmpty()
                    && read.unreadable().stream()
                            .map(Violation::field)
                            .allMatch(field -> field.startsWith("outflows[") || field.startsWith("inflows["));
        } catch (InvalidInput refused) {
            return false;
        }
    }

    /** The result code that is read; empty when the feedback is refused. */
    private static String result(JsonNode feedback) {
        try {
            return FeedbackJson.read(bytes(feedback.toString())).resultCode().value();
        } catch (InvalidInput refused) {
            return "";
        }
    }

    /** The feedback with nothing that could hide its result. */
    private static ObjectNode onlyResult(ObjectNode feedback) {
        ObjectNode result = feedback.deepCopy().retain("applicationId", "resultCode");
        return result.put("stoppedAt", "2026-03-01T08:00:00Z").put("balanceFen", 1);
    }

    /** Removes, replaces or adds a field, anywhere in the document. */
    private static void mutate(ObjectNode feedback, Random random) throws Exception {
        List<ObjectNode> objects = new java.util.ArrayList<>(List.of(feedback));
        if (feedback.path("freeze") instanceof ObjectNode freeze) {
            objects.add(freeze);
        }
        for (String bookings : List.of("outflows", "inflows")) {
            for (JsonNode booking : feedback.path(bookings)) {
                if (booking instanceof ObjectNode object) {
                    objects.add(object);
                    for (String party : List.of("payee", "payer")) {
                        if (object.path(party) instanceof ObjectNode named) {
                            objects.add(named);
                        }
                    }
                }
            }
        }
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new java.util.ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.addAll(List.of(
                "resultCode",
                "stoppedAt",
                "balanceFen",
                "mismatched",
                "complete",
                "sequence",
                "payee",
                "payer",
                "kind",
                "currency",
                "freeze",
                "frozenAt",
                "frozenFen",
                "waitingPlace"));
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) == 0) {
            object.remove(name);
        } else {
            object.set(name, JSON.readTree(TEXTS.get(random.nextInt(TEXTS.size()))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
