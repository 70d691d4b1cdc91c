package org.stoppayment.simulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.simulator.view.AccountRecord;
import org.stoppayment.simulator.view.WorldRecord;

/** The record of a world, which a drill compares with the suite's results. */
class WorldRecordContractTest extends SimulatorTest {

    private static final String MULE_ACCOUNT = "accounts.find { it.number == '" + MULE_NUMBER + "' }";

    @Test
    void worldBeforeItsStartHasEarlyMovesBookedAndLaterOnesPending() {
        String worldId = mule();

        control()
                .get("/worlds/" + worldId + "/record")
                .then()
                .statusCode(200)
                .body("worldId", equalTo(worldId))
                .body("t0", nullValue())
                .body(MULE_ACCOUNT + ".balanceFen", equalTo(10_000_000))
                .body(MULE_ACCOUNT + ".stopped", equalTo(false))
                .body(MULE_ACCOUNT + ".outflows.serial", contains("M-1"))
                .body(MULE_ACCOUNT + ".outflows[0].kind", equalTo("TRANSFER"))
                .body(MULE_ACCOUNT + ".outflows[0].amountFen", equalTo(4_000_000))
                .body(MULE_ACCOUNT + ".outflows[0].to", equalTo("6217000000000000228"))
                .body(MULE_ACCOUNT + ".outflows[0].toInstitutionCode", equalTo(CCB))
                .body("toCome.serial", contains("M-2"))
                .body("toCome[0].from", equalTo(MULE_NUMBER));
    }

    @Test
    void moveIsRecordedWithTheAmountPaid() {
        String worldId = mule();
        Instant t0 = GatewayClient.now();

        simulator.startWorld(worldId, t0);

        await().untilAsserted(() ->
                assertThat(simulator.worldRecord(worldId).toCome()).isEmpty());
        WorldRecord world = simulator.worldRecord(worldId);
        AccountRecord account = muleOf(world);
        assertThat(world.t0()).isEqualTo(t0);
        assertThat(account.balanceFen()).isZero();
        assertThat(account.outflows())
                .extracting(AccountRecord.OutflowRecord::kind, AccountRecord.OutflowRecord::amountFen)
                .containsExactly(tuple("TRANSFER", 4_000_000L), tuple("CASH", 10_000_000L));
        assertThat(account.outflows().get(1).bookedAt()).isAfter(t0);
    }

    @Test
    void moveThatAStopPreventedIsNeitherBookedNorPending() {
        String worldId = mule();
        ObjectNode order = stopMule();
        client.send(order);
        simulator.startWorld(worldId, GatewayClient.now());

        await().untilAsserted(() ->
                assertThat(simulator.worldRecord(worldId).toCome()).isEmpty());
        AccountRecord account = muleOf(simulator.worldRecord(worldId));
        assertThat(account.outflows()).hasSize(1);
        assertThat(account.stopped()).isTrue();
        assertThat(account.stops()).singleElement().satisfies(stop -> {
            assertThat(stop.applicationId()).isEqualTo(Orders.id(order));
            assertThat(stop.stoppedAt()).isBeforeOrEqualTo(GatewayClient.now());
            assertThat(stop.live()).isTrue();
        });

        client.send(Orders.lift(order));
        assertThat(muleOf(simulator.worldRecord(worldId)).stops())
                .extracting(AccountRecord.StopRecord::live)
                .containsExactly(false);
    }

    @Test
    void unknownWorldHasNoRecord() {
        control().get("/worlds/none/record").then().statusCode(404).contentType("application/problem+json");

        String worldId = mule();
        simulator.resetAll();
        control().get("/worlds/" + worldId + "/record").then().statusCode(404);
    }

    @Test
    void accountOfAnEarlierWorldIsInTheRecordOfAWorldThatPaysFromIt() {
        mule();
        String later = load("""
                {'institutions': [], 'accounts': [], 'moves': [
                    {'afterSeconds': -1, 'kind': 'CASH', 'from': '6217000000000000228', 'amountFen': 5, 'serial': 'ATM'}]}
                """);

        control()
                .get("/worlds/" + later + "/record")
                .then()
                .body("accounts", hasSize(1))
                .body("accounts[0].number", equalTo("6217000000000000228"))
                .body("accounts[0].outflows[0].amountFen", equalTo(5))
                .body("accounts[0].outflows[0].to", nullValue());
    }

    private static AccountRecord muleOf(WorldRecord world) {
        return world.accounts().stream()
                .filter(account -> account.number().equals(MULE_NUMBER))
                .findFirst()
                .orElseThrow();
    }

    private static RequestSpecification control() {
        return given().baseUri(simulator.control().toString()).contentType("application/json");
    }
}
