package org.stoppayment.gateway.banks.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stoppayment.gateway.feedback.domain.Feedback;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.testkit.Feedbacks;
import org.stoppayment.gateway.testkit.Freezes;
import org.stoppayment.gateway.testkit.OpenApi;
import org.stoppayment.gateway.testkit.Refunds;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** Random changes of good feedback: the gateway reads what the contract allows, and no more. */
class MutatedFeedbackContractTest {

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
            ObjectNode feedback = (ObjectNode) JSON.readTree(good(round));
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
            assertThat(isReadInFull(feedback, OrderKind.REFUND))
                    .as("seed %d, round %d, as a refund: %s", seed, round, feedback)
                    .isEqualTo(CONTRACT.violations("RefundFeedback", own).isEmpty());
            assertThat(result(feedback))
                    .as("seed %d, round %d, the result of %s", seed, round, feedback)
                    .isEqualTo(
                            CONTRACT.violations("Feedback", onlyResult(feedback))
                                            .isEmpty()
                                    ? feedback.path("resultCode").asText()
                                    : "");
            if (allowed) {
                Feedback read = FeedbackJson.read(feedback.toString().getBytes(StandardCharsets.UTF_8));
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

    /** A good feedback about a stop, a freeze or a refund. */
    private static String good(int round) {
        return switch (round % 5) {
            case 0 -> Freezes.frozen("order-1", "1200", 6_000_000);
            case 1 -> Refunds.paid("order-1", "0000", "FH-1", 4_000_000);
            case 2 -> Refunds.returned("order-1", "FH-1", 4_000_000);
            default -> Feedbacks.stopped("order-1");
        };
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
            Feedback read = FeedbackJson.read(feedback.toString().getBytes(StandardCharsets.UTF_8));
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
            return FeedbackJson.read(feedback.toString().getBytes(StandardCharsets.UTF_8))
                    .resultCode()
                    .value();
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
        for (String path : List.of("/freeze", "/refund", "/refund/returned")) {
            if (feedback.at(path) instanceof ObjectNode part) {
                objects.add(part);
            }
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
                "waitingPlace",
                "refund",
                "receiptId",
                "paidAt",
                "amountFen",
                "returned",
                "returnedAt",
                "reason"));
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) == 0) {
            object.remove(name);
        } else {
            object.set(name, JSON.readTree(TEXTS.get(random.nextInt(TEXTS.size()))));
        }
    }
}
