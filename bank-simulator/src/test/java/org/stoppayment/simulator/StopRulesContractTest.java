package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopRulesContractTest extends SimulatorTest {

    private static final String BOOKED_AT = "2022-03-01T06:00:20Z";

    @BeforeEach
    void loadMule() {
        mule();
    }

    @Test
    void validOrderStopsTheAccountAndReportsBalanceAndOutflows() {
        Instant before = GatewayClient.now().minusMillis(1);

        GatewayClient.Answer answer = client.send(stopMule());

        JsonNode feedback = answer.json();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("1200");
        assertThat(feedback.path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(Instant.parse(feedback.path("stoppedAt").textValue())).isBetween(before, GatewayClient.now());
        assertThat(feedback.path("complete").booleanValue()).isTrue();
        assertThat(feedback.path("outflows")).hasSize(1);
        JsonNode outflow = feedback.path("outflows").get(0);
        assertThat(outflow.path("serial").textValue()).isEqualTo("M-1");
        assertThat(outflow.path("kind").textValue()).isEqualTo("TRANSFER");
        assertThat(outflow.path("amountFen").longValue()).isEqualTo(4_000_000);
        assertThat(outflow.path("sequence").longValue()).isPositive();
        assertThat(Instant.parse(outflow.path("bookedAt").textValue()))
                .isBetween(before.minusSeconds(60), before.minusSeconds(30));
        assertThat(outflow.path("payee").path("institutionCode").textValue()).isEqualTo(CCB);
        assertThat(outflow.path("payee").path("number").textValue()).isEqualTo("6217000000000000228");
        assertThat(outflow.path("payee").path("name").textValue()).isEqualTo("卡主乙");
        assertThat(outflow.path("payee").path("kind").textValue()).isEqualTo("BANK_PERSONAL");
    }

    @Test
    void onwardOrderMatchesBySerialOfThePayingInstitution() {
        JsonNode outflow = client.send(stopMule()).json().path("outflows").get(0);
        ObjectNode onward = Orders.listing(
                Orders.stop(CCB, "6217000000000000228", "卡主乙"),
                outflow.path("amountFen").longValue(),
                outflow.path("bookedAt").textValue(),
                "M-1");

        GatewayClient.Answer answer = client.send(onward);

        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.json().path("balanceFen").longValue()).isEqualTo(4_000_000);
    }

    @Test
    void unknownAccountIsAnswered0300() {
        assertThat(client.send(Orders.stop(ABC, "6228480000000009999", "卡主甲")).code())
                .isEqualTo("0300");
        assertThat(client.send(Orders.stop(ICBC, MULE_NUMBER, "卡主甲")).code())
                .as("an account is its institution and number")
                .isEqualTo("0300");
    }

    @Test
    void anotherNameIsAnswered0301WithTheField() {
        GatewayClient.Answer answer =
                client.send(Orders.listing(Orders.stop(ABC, MULE_NUMBER, "卡主乙"), 14_000_000L, BOOKED_AT, "D-1"));

        assertThat(answer.code()).isEqualTo("0301");
        assertThat(answer.mismatched()).containsExactly("account.name");
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopped()).isFalse();
    }

    @Test
    void missingNameDoesNotMatch() {
        ObjectNode order = stopMule();
        ((ObjectNode) order.path("account")).remove("name");

        assertThat(client.send(order).code()).isEqualTo("0301");
    }

    @ParameterizedTest(name = "{0} fen at {1} → {2} {3}")
    @CsvSource({
        "14000000, 2022-03-01T06:10:20Z, 1200, ''",
        "14000000, 2022-03-01T05:50:20Z, 1200, ''",
        "14000000, 2022-03-01T06:10:21Z, 0400, transfers[0].transferredAt",
        "14000000, 2022-03-01T05:50:19Z, 0400, transfers[0].transferredAt",
        "13999999, 2022-03-01T06:00:20Z, 0400, transfers[0].amountFen",
        "14000001, 2022-03-01T06:00:20Z, 0400, transfers[0].amountFen",
        "1, 2021-03-01T06:00:20Z, 0400, transfers[0].amountFen transfers[0].transferredAt"
    })
    void amountMatchesExactlyAndTimeWithinTenMinutes(long amountFen, String at, String code, String mismatched) {
        GatewayClient.Answer answer =
                client.send(Orders.listing(Orders.stop(ABC, MULE_NUMBER, "卡主甲"), amountFen, at, null));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(String.join(" ", answer.mismatched())).isEqualTo(mismatched);
    }

    @Test
    void serialIsOnlyAHint() {
        ObjectNode order =
                Orders.listing(Orders.stop(ABC, MULE_NUMBER, "卡主甲"), 14_000_000L, BOOKED_AT, "another serial");

        assertThat(client.send(order).code()).isEqualTo("1200");
    }

    @Test
    void oneMatchIsEnoughAndTheOthersAreListed() {
        ObjectNode order = Orders.stop(ABC, MULE_NUMBER, "卡主甲");
        Orders.listing(order, 5L, BOOKED_AT, null);
        Orders.listing(order, 14_000_000L, BOOKED_AT, null);
        Orders.listing(order, 14_000_000L, "2022-03-02T06:00:20Z", null);

        GatewayClient.Answer answer = client.send(order);

        assertThat(answer.code()).isEqualTo("1200");
        assertThat(answer.mismatched()).containsExactly("transfers[0].amountFen", "transfers[2].transferredAt");
    }

    @Test
    void missingFieldsAreNotCompared() {
        ObjectNode withoutTime = Orders.listing(Orders.stop(ABC, MULE_NUMBER, "卡主甲"), 14_000_000L, null, null);
        ObjectNode withoutAmount = Orders.listing(
                Orders.stop(CCB, "6217000000000000228", "卡主乙"),
                null,
                GatewayClient.now().toString(),
                null);

        assertThat(client.send(withoutTime).code()).isEqualTo("1200");
        assertThat(client.send(withoutAmount).code()).isEqualTo("0000");
    }

    @Test
    void orderWithoutTransfersMatchesNothingUnlessItIsProtective() {
        ObjectNode order = Orders.stop(ABC, MULE_NUMBER, "卡主甲");

        assertThat(client.send(order).code()).isEqualTo("0400");
        GatewayClient.Answer answer = client.send(Orders.protective(Orders.again(order)));
        assertThat(answer.code()).isEqualTo("0000");
        assertThat(answer.json().path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(answer.json().has("outflows")).isFalse();
    }

    @Test
    void protectiveStopChecksTheName() {
        ObjectNode order = Orders.protective(Orders.stop(ABC, MULE_NUMBER, "somebody else"));

        assertThat(client.send(order).code()).isEqualTo("0301");
    }

    @Test
    void secondStopOnAStoppedAccountIsAnswered1301AndCounted() {
        client.send(stopMule());

        GatewayClient.Answer second = client.send(stopMule());

        assertThat(second.code()).isEqualTo("1301");
        assertThat(simulator.accounts(MULE_NUMBER).get(0).liveStops()).isEqualTo(1);
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopsRefusedAsLive()).isEqualTo(1);
        assertThat(simulator.institutionView(ABC).counters().stopsRefusedAsLive())
                .isEqualTo(1);
    }

    @Test
    void liftReleasesTheAccountAndMayBeRepeated() {
        ObjectNode stop = stopMule();
        client.send(stop);

        assertThat(client.send(Orders.lift(stop)).code()).isEqualTo("0000");
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopped()).isFalse();
        assertThat(client.send(Orders.lift(stop)).code()).as("lifted already").isEqualTo("0000");
        assertThat(simulator.institutionView(ABC).counters().effects()).isEqualTo(2);
    }

    @Test
    void liftOfAnUnknownOrDeclinedStopIsAnswered0400() {
        ObjectNode declined = Orders.stop(ABC, MULE_NUMBER, "another name");
        client.send(declined);

        assertThat(client.send(Orders.lift(declined)).code()).isEqualTo("0400");
        GatewayClient.Answer never = client.send(Orders.lift(stopMule()));
        assertThat(never.code()).isEqualTo("0400");
        assertThat(never.mismatched()).containsExactly("originalApplicationId");
    }

    @Test
    void stopEndsAfterFortyEightHoursAndNotBefore() {
        ObjectNode stop = stopMule();
        client.send(stop);

        CLOCK.advance(Duration.ofHours(48).minusSeconds(5));
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopped()).isTrue();
        CLOCK.advance(Duration.ofSeconds(6));
        assertThat(simulator.accounts(MULE_NUMBER).get(0).stopped()).isFalse();
    }

    @Test
    void liftAfterExpiryIsAnswered1900() {
        ObjectNode stop = stopMule();
        client.send(stop);
        CLOCK.advance(Duration.ofHours(49));

        ObjectNode lift = Orders.lift(stop);
        assertThat(client.sendAt(CLOCK.instant(), lift).code()).isEqualTo("1900");
    }

    @Test
    void thirdStopIsAnswered1304() {
        for (int i = 0; i < 2; i++) {
            ObjectNode stop = stopMule();
            assertThat(client.send(stop).code()).isEqualTo("1200");
            client.send(Orders.lift(stop));
        }

        assertThat(client.send(stopMule()).code()).isEqualTo("1304");
    }

    @Test
    void outflowsBeforeTheMatchedInflowAreNotReported() {
        load("""
                {'institutions': [], 'accounts': [
                   {'institutionCode': '102100099996', 'number': '6222020000000000018', 'name': '甲', 'balanceFen': 500}],
                 'deposits': [{'serial': 'OLD', 'to': '6222020000000000018', 'amountFen': 100, 'at': '2020-01-01T00:00:00Z'},
                              {'serial': 'NEW', 'to': '6222020000000000018', 'amountFen': 200, 'at': '%s'}],
                 'moves': [{'afterSeconds': -100, 'kind': 'CASH', 'from': '6222020000000000018', 'amountFen': 10, 'serial': 'EARLY'},
                           {'afterSeconds': -20, 'kind': 'MERCHANT', 'from': '6222020000000000018', 'amountFen': 20, 'serial': 'LATE'}]}
                """.formatted(GatewayClient.now().minusSeconds(60)));
        ObjectNode order = Orders.listing(Orders.stop(ICBC, "6222020000000000018", "甲"), 200L, null, null);

        JsonNode outflows = client.send(order).json().path("outflows");

        assertThat(StreamSupport.stream(outflows.spliterator(), false)
                        .map(each -> each.path("serial").textValue()))
                .containsExactly("LATE");
    }
}
