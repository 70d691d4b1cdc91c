package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException.NotFound;

/** The mules move money once their world is started. */
class MovesTest extends SimulatorTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Its story begins in a minute: no move of it is made by itself while a test runs. */
    private static void startInAMinute(String world) {
        simulator.startWorld(world, CLOCK.instant().plus(A_MINUTE));
    }

    /** Past every move of a story that began within the last minute, or will within the next. */
    private static void passTheMoves() {
        CLOCK.jump(A_MINUTE.multipliedBy(2));
        simulator.makeDueMoves();
    }

    private static long goneFen(GatewayClient.Answer stopped) {
        long gone = 0;
        for (var outflow : stopped.json().path("outflows")) {
            gone += outflow.path("amountFen").longValue();
        }
        return gone;
    }

    @Test
    void moveIsMadeByItselfAndTakesWhatThereIs() {
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
    void moveWaitsForItsTime() {
        startInAMinute(mule());

        CLOCK.jump(Duration.ofSeconds(30));
        simulator.makeDueMoves();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);

        passTheMoves();
        assertThat(balanceFen(MULE_NUMBER)).isZero();
    }

    @Test
    void movesWaitForTheStartAndHappenOnceHoweverOftenTheWorldIsLoadedAndStarted() {
        mule();
        String again = mule();
        passTheMoves();
        assertThat(balanceFen(MULE_NUMBER)).as("not started").isEqualTo(10_000_000);
        startInAMinute(again);
        passTheMoves();
        assertThat(balanceFen(MULE_NUMBER)).isZero();
        load("{'institutions': [], 'accounts': [], 'deposits': [{'serial': 'D-2', 'to': '6228480000000000125',"
                + " 'amountFen': 7, 'at': '2022-03-01T07:00:00Z'}]}");

        startInAMinute(again);
        startInAMinute(mule());
        passTheMoves();

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(7);
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
        startInAMinute(world);
        startInAMinute(into);

        passTheMoves();

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_005);
    }

    @Test
    void liftedAccountPaysAgain() {
        String world = mule();
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.lift(stop));
        startInAMinute(world);

        passTheMoves();

        assertThat(balanceFen(MULE_NUMBER)).isZero();
    }

    @Test
    void moveAfterTheStopFindsTheMoneyHeld() {
        startInAMinute(mule());

        GatewayClient.Answer stopped = client.send(stopMule());
        passTheMoves();

        assertThat(stopped.json().path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(goneFen(stopped)).isEqualTo(4_000_000);
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
    }

    @Test
    void moveBeforeTheStopIsReportedAsGone() {
        startInAMinute(mule());

        passTheMoves();
        GatewayClient.Answer stopped = client.send(stopMule());

        assertThat(stopped.json().path("balanceFen").longValue()).isZero();
        assertThat(goneFen(stopped)).isEqualTo(14_000_000);
    }

    @Test
    void whenAStopRacesMovesTheMoneyIsEitherHeldOrReportedAsGone() {
        for (int round = 0; round < 5; round++) {
            simulator.resetAll();
            mule();
            var answer = client.sendAsync(stopMule(), Duration.ofSeconds(20));
            int moves = 0;
            while (!answer.isDone()) {
                moveOneFen(moves++);
            }
            moveOneFen(moves); // after the stop for certain

            GatewayClient.Answer stopped = answer.join();
            long held = stopped.json().path("balanceFen").longValue();
            assertThat(held + goneFen(stopped)).isEqualTo(14_000_000);
            assertThat(balanceFen(MULE_NUMBER)).isEqualTo(held);
        }
    }

    private static void moveOneFen(int serial) {
        String world = load("""
                {'institutions': [], 'accounts': [], 'moves': [
                    {'afterSeconds': 0, 'kind': 'CASH', 'from': '6228480000000000125', 'amountFen': 1, 'serial': 'R-%d'}]}
                """.formatted(serial));
        simulator.startWorld(world, CLOCK.instant());
        simulator.makeDueMoves();
    }

    @Test
    void worldThatIsNotKnownCannotStart() {
        assertThatThrownBy(() -> simulator.startWorld("none", GatewayClient.now()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void forgottenWorldsMovesNeverHappen() {
        startInAMinute(mule());

        simulator.resetAll();
        mule();
        passTheMoves();

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
    }
}
