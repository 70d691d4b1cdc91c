package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException.NotFound;

/** The mules move money once their world is started. */
class MovesTest extends SimulatorTest {

    @Test
    void moveTakesWhatThereIsOnceItsTimeHasCome() {
        String world = mule();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);

        simulator.startWorld(world, GatewayClient.now());

        await().untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isZero());
        assertThat(client.send(stopMule())
                        .json()
                        .path("outflows")
                        .get(1)
                        .path("amountFen")
                        .longValue())
                .isEqualTo(10_000_000);
    }

    @Test
    void movesWaitForTheStartAndHappenOnceHoweverOftenTheWorldIsLoadedAndStarted() {
        mule();
        String again = mule();
        simulator.startWorld(again, GatewayClient.now().minusSeconds(60));
        await().untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isZero());
        load("{'institutions': [], 'accounts': [], 'deposits': [{'serial': 'D-2', 'to': '6228480000000000125',"
                + " 'amountFen': 7, 'at': '2022-03-01T07:00:00Z'}]}");

        simulator.startWorld(again, GatewayClient.now().minusSeconds(60));
        simulator.startWorld(mule(), GatewayClient.now().minusSeconds(60));

        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isEqualTo(7));
    }

    @Test
    void stoppedAccountPaysNothingOutAndStillReceives() {
        String world = mule();
        client.send(stopMule());
        String into = load("""
                {'institutions': [], 'accounts': [], 'moves': [
                    {'afterSeconds': 0.4, 'kind': 'TRANSFER', 'from': '6217000000000000228', 'amountFen': 5, 'serial': 'BACK',
                     'to': '6228480000000000125'}]}
                """);

        simulator.startWorld(world, GatewayClient.now());
        simulator.startWorld(into, GatewayClient.now());

        await().untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_005));
    }

    @Test
    void liftedAccountPaysAgain() {
        String world = mule();
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.lift(stop));

        simulator.startWorld(world, GatewayClient.now());

        await().untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isZero());
    }

    @Test
    void whenAStopRacesAMoveTheMoneyIsEitherHeldOrReportedAsGone() {
        for (int round = 0; round < 30; round++) {
            simulator.forgetAll();
            String world = load(MULE.replace("0.3", "0.0" + (round % 10)));
            Instant t0 = GatewayClient.now();
            simulator.startWorld(world, t0);

            GatewayClient.Answer answer = client.send(stopMule());

            long held = answer.json().path("balanceFen").longValue();
            long gone = 0;
            for (var outflow : answer.json().path("outflows")) {
                gone += outflow.path("amountFen").longValue();
            }
            assertThat(held + gone).isEqualTo(14_000_000);
            await().during(Duration.ofMillis(20))
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isEqualTo(held));
        }
    }

    @Test
    void worldThatIsNotKnownCannotStart() {
        assertThatThrownBy(() -> simulator.startWorld("none", GatewayClient.now()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void forgottenWorldsMovesNeverHappen() {
        String world = mule();
        simulator.startWorld(world, GatewayClient.now());

        simulator.forgetAll();
        mule();

        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000));
    }
}
