package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.behaviour.Mode;

/** The inflows and outflows in feedback. */
class FlowsContractTest extends SimulatorTest {

    private static final String NUMBER = "6222020000000000018";

    @Test
    void inflowsOfTheLastSeventyTwoHoursAreReported() {
        Instant now = GatewayClient.now();
        loadAccountWith("""
            {'serial': 'OLD', 'from': '6222020000000000117', 'to': '6222020000000000018', 'amountFen': 1, 'at': '%s'},
            {'serial': 'OTHER', 'from': '6222-0200 0000 0000 125', 'to': '6222020000000000018', 'amountFen': 2, 'at': '%s'},
            {'serial': 'COUNTER', 'to': '6222020000000000018', 'amountFen': 3, 'at': '%s'}
            """.formatted(
                        now.minusSeconds(72 * 3600 + 60), now.minusSeconds(72 * 3600 - 60), now.minusSeconds(60)));

        JsonNode inflows = stop(3).path("inflows");

        assertThat(serials(inflows)).containsExactly("OTHER", "COUNTER");
        assertThat(inflows.get(0).path("amountFen").longValue()).isEqualTo(2);
        assertThat(inflows.get(0).path("payer").path("number").textValue()).isEqualTo("6222020000000000125");
        assertThat(inflows.get(0).path("payer").has("institutionCode")).isFalse();
        assertThat(inflows.get(1).has("payer")).as("cash over the counter").isFalse();
    }

    @Test
    void matchedInflowIsReportedHoweverOld() {
        loadAccountWith("""
            {'serial': 'YEARS', 'from': '6222020000000000117', 'to': '6222020000000000018', 'amountFen': 5,
             'at': '2017-02-16T07:05:00Z'},
            {'serial': 'AS-LONG', 'to': '6222020000000000018', 'amountFen': 6, 'at': '2017-02-16T07:06:00Z'}
            """);

        JsonNode inflows = stop(5).path("inflows");

        assertThat(serials(inflows)).containsExactly("YEARS");
        assertThat(inflows.get(0).path("bookedAt").textValue()).isEqualTo("2017-02-16T07:05:00Z");
    }

    @Test
    void moveIsAnInflowWithItsOwnSerialAndAKnownPayer() {
        mule();
        JsonNode outflow = client.send(stopMule()).json().path("outflows").get(0);

        JsonNode inflow = client.send(
                        Orders.listing(Orders.stop(CCB, "6217000000000000228", "卡主乙"), 4_000_000L, null, "M-1"))
                .json()
                .path("inflows")
                .get(0);

        assertThat(inflow.path("serial").textValue()).isNotEmpty().isNotEqualTo("M-1");
        assertThat(inflow.path("amountFen").longValue()).isEqualTo(4_000_000);
        assertThat(inflow.path("bookedAt")).isEqualTo(outflow.path("bookedAt"));
        assertThat(inflow.path("payer").path("institutionCode").textValue()).isEqualTo(ABC);
        assertThat(inflow.path("payer").path("number").textValue()).isEqualTo(MULE_NUMBER);
        assertThat(inflow.path("payer").path("name").textValue()).isEqualTo("卡主甲");
        assertThat(inflow.path("payer").path("kind").textValue()).isEqualTo("BANK_PERSONAL");
    }

    @Test
    void movesOfTwoPayersWithTheSameSerialAreTwoInflows() {
        load("""
            {'institutions': [], 'accounts': [
               {'institutionCode': '102100099996', 'number': '6222020000000000018', 'name': '甲', 'balanceFen': 0},
               {'institutionCode': '103100000026', 'number': '6228480000000000125', 'name': '乙', 'balanceFen': 9},
               {'institutionCode': '105100000017', 'number': '6217000000000000228', 'name': '丙', 'balanceFen': 9}],
             'moves': [{'afterSeconds': -9, 'kind': 'TRANSFER', 'from': '6228480000000000125', 'amountFen': 9,
                        'serial': 'SAME', 'to': '6222020000000000018'},
                       {'afterSeconds': -9, 'kind': 'TRANSFER', 'from': '6217000000000000228', 'amountFen': 9,
                        'serial': 'SAME', 'to': '6222020000000000018'}]}
            """);

        assertThat(serials(stop(9).path("inflows"))).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void movesOfOneAccountWithTheSameSerialAreBothMadeAndReported() {
        String world = """
            {'institutions': [], 'accounts': [
               {'institutionCode': '102100099996', 'number': '6222020000000000018', 'name': '甲', 'balanceFen': 30},
               {'institutionCode': '103100000026', 'number': '6228480000000000125', 'name': '乙', 'balanceFen': 0},
               {'institutionCode': '105100000017', 'number': '6217000000000000228', 'name': '丙', 'balanceFen': 0}],
             'deposits': [{'serial': 'D', 'to': '6222020000000000018', 'amountFen': 30, 'at': '2022-03-01T06:00:20Z'}],
             'moves': [{'afterSeconds': -9, 'kind': 'TRANSFER', 'from': '6222020000000000018', 'amountFen': 10,
                        'serial': 'SAME', 'to': '6228480000000000125'},
                       {'afterSeconds': -8, 'kind': 'TRANSFER', 'from': '6222020000000000018', 'amountFen': 10,
                        'serial': 'SAME', 'to': '6217000000000000228'}]}
            """;
        load(world);
        load(world);

        JsonNode feedback = stop(30);

        assertThat(serials(feedback.path("outflows"))).containsExactly("SAME", "SAME");
        assertThat(feedback.path("outflows").findValuesAsText("number"))
                .containsExactly("6228480000000000125", "6217000000000000228");
        assertThat(feedback.path("balanceFen").longValue())
                .as("each is made once")
                .isEqualTo(10);
    }

    @Test
    void bookingsOfTheSameMomentAreReportedInOrder() {
        load("""
            {'institutions': [], 'accounts': [
               {'institutionCode': '102100099996', 'number': '6222020000000000018', 'name': '甲', 'balanceFen': 30}],
             'deposits': [{'serial': 'D', 'to': '6222020000000000018', 'amountFen': 30, 'at': '2022-03-01T06:00:20Z'}],
             'moves': [{'afterSeconds': -9, 'kind': 'CASH', 'from': '6222020000000000018', 'amountFen': 1, 'serial': 'ONE'},
                       {'afterSeconds': -9, 'kind': 'CASH', 'from': '6222020000000000018', 'amountFen': 2, 'serial': 'TWO'},
                       {'afterSeconds': -9, 'kind': 'CASH', 'from': '6222020000000000018', 'amountFen': 3, 'serial': 'THREE'}]}
            """);

        JsonNode outflows = stop(30).path("outflows");

        assertThat(serials(outflows)).containsExactly("ONE", "TWO", "THREE");
        assertThat(outflows.findValuesAsText("bookedAt"))
                .containsOnly(outflows.get(0).path("bookedAt").textValue());
        List<Long> sequences = StreamSupport.stream(outflows.spliterator(), false)
                .map(each -> each.path("sequence").longValue())
                .toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void moveFailsWhileTheCallbackIsPending() {
        String world = mule();
        simulator.configure(ABC, Optional.of(Mode.ASYNC), Optional.empty(), Optional.empty());
        ObjectNode order = stopMule();

        assertThat(client.send(order).status()).isEqualTo(202);
        simulator.startWorld(world, CLOCK.instant().minusSeconds(60));
        await().until(() -> client.inquire(ABC, Orders.id(order)).status() == 200);

        JsonNode feedback = client.inquire(ABC, Orders.id(order)).json();
        assertThat(serials(feedback.path("outflows"))).containsExactly("M-1");
        assertThat(feedback.path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
    }

    @Test
    void declinedOrderGetsNoBookings() {
        mule();

        JsonNode feedback =
                client.send(Orders.stop(ABC, MULE_NUMBER, "another")).json();

        assertThat(feedback.has("inflows")).isFalse();
        assertThat(feedback.has("outflows")).isFalse();
    }

    @Test
    void protectiveStopReportsRecentInflows() {
        loadAccountWith("{'serial': 'PAY', 'to': '6222020000000000018', 'amountFen': 2, 'at': '%s'}"
                .formatted(GatewayClient.now().minusSeconds(60)));

        JsonNode feedback =
                client.send(Orders.protective(Orders.stop(ICBC, NUMBER, "甲"))).json();

        assertThat(serials(feedback.path("inflows"))).containsExactly("PAY");
    }

    @Test
    void urgencyAndApplicationTypeAreShownAndInvalidOnesAreRefused() {
        mule();
        ObjectNode order = stopMule().put("emergencyLevel", "01").put("applicationType", "04");

        assertThat(client.send(order).code()).isEqualTo("1200");

        assertThat(simulator.order(Orders.id(order)))
                .hasValueSatisfying(view -> assertThat(view.emergencyLevel() + view.applicationType())
                        .isEqualTo("0104"));
        assertThat(client.send(stopMule().put("emergencyLevel", "1")).status()).isEqualTo(422);
        assertThat(client.send(stopMule().put("applicationType", "06")).status())
                .isEqualTo(422);
    }

    private static JsonNode stop(long amountFen) {
        return client.send(Orders.listing(Orders.stop(ICBC, NUMBER, "甲"), amountFen, null, null))
                .json();
    }

    private static void loadAccountWith(String deposits) {
        load("""
            {'institutions': [], 'accounts': [
               {'institutionCode': '102100099996', 'number': '6222020000000000018', 'name': '甲', 'balanceFen': 500}],
             'deposits': [%s], 'moves': []}
            """.formatted(deposits));
    }

    private static List<String> serials(JsonNode bookings) {
        return StreamSupport.stream(bookings.spliterator(), false)
                .map(each -> each.path("serial").textValue())
                .toList();
    }
}
