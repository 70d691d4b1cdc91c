package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are refused: wrong signature, invalid fields, reused ids. */
class OrderValidationContractTest extends SimulatorTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @BeforeEach
    void loadMule() {
        mule();
    }

    @Test
    void applicationIdOfAnotherOrderIsRefused() {
        ObjectNode order = stopMule();
        client.send(order);

        ObjectNode other = order.deepCopy().put("reason", "FAKE_LOAN");

        assertRefused(client.send(other), "applicationId");
        assertThat(simulator.effectsOf(Orders.id(order))).isEqualTo(1);
    }

    @Test
    void wrongSignatureIsRefusedAndNothingIsStored() {
        ObjectNode order = stopMule();

        GatewayClient.Answer forged = client.raw(
                        ABC,
                        "/v1/stops",
                        Orders.id(order),
                        order.toString(),
                        client.secret(ICBC),
                        GatewayClient.now(),
                        LONG)
                .join();

        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.json().path("code").textValue()).isEqualTo("INVALID_SIGNATURE");
        assertThat(simulator.orders()).isEmpty();
    }

    @Test
    void oldMessageIsRefused() {
        ObjectNode order = stopMule();
        Instant old = GatewayClient.now().minusSeconds(301);

        GatewayClient.Answer answer = client.raw(
                        ABC, "/v1/stops", Orders.id(order), order.toString(), client.secret(ABC), old, LONG)
                .join();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("code").textValue()).isEqualTo("TIMESTAMP_OUT_OF_RANGE");
    }

    @Test
    void allInvalidFieldsAreReportedAtOnce() {
        ObjectNode order = stopMule();
        order.put("caseId", "no uuid");
        order.put("appliedAt", "yesterday");
        order.remove("protective");
        ((ObjectNode) order.path("account")).put("institutionCode", ABC).put("kind", "PIGGY_BANK");
        ((ObjectNode) order.path("transfers").get(0)).put("amountFen", -1).put("transferredAt", "noon");

        assertRefused(
                client.send(order),
                "caseId",
                "appliedAt",
                "protective",
                "account.kind",
                "transfers[0].amountFen",
                "transfers[0].transferredAt");
        assertThat(simulator.orders()).isEmpty();
    }

    @Test
    void anotherInstitutionsAccountIsRefused() {
        ObjectNode order = Orders.stop(CCB, MULE_NUMBER, "卡主甲");

        GatewayClient.Answer answer = client.raw(
                        ABC,
                        "/v1/stops",
                        Orders.id(order),
                        order.toString(),
                        client.secret(ABC),
                        GatewayClient.now(),
                        LONG)
                .join();

        assertRefused(answer, "account.institutionCode");
    }

    @Test
    void bodyThatIsNotJsonAndWrongIdempotencyKeyAreRefused() {
        GatewayClient.Answer notJson = client.raw(
                        ABC, "/v1/stops", "id-1", "{nope", client.secret(ABC), GatewayClient.now(), LONG)
                .join();
        GatewayClient.Answer wrongKey = client.raw(
                        ABC, "/v1/stops", "id-1", stopMule().toString(), client.secret(ABC), GatewayClient.now(), LONG)
                .join();

        assertThat(notJson.status()).isEqualTo(422);
        assertRefused(wrongKey, "Idempotency-Key");
    }

    @Test
    void liftWithoutItsOriginalIsRefused() {
        ObjectNode lift = Orders.lift(stopMule());
        lift.remove("originalApplicationId");

        assertRefused(client.send(lift), "originalApplicationId");
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(client.send(stopMule().put("newerField", 1)).code()).isEqualTo("1200");
    }

    private static void assertRefused(GatewayClient.Answer answer, String... fields) {
        assertThat(answer.status()).isEqualTo(422);
        JsonNode errors = answer.json().path("errors");
        assertThat(StreamSupport.stream(errors.spliterator(), false)
                        .map(each -> each.path("field").textValue()))
                .containsExactlyInAnyOrder(fields);
    }
}
