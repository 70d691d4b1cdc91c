package org.stoppayment.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException.NotFound;

/** The moves of the mules after their world is started. */
class MovesTest extends SimulatorTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Starts a world in one minute, so that the scheduler makes no move during a test. */
    private static void startInAMinute(String world) {
        simulator.startWorld(world, CLOCK.instant().plus(A_MINUTE));
    }

    /** Advances the clock behind all moves and makes them. */
    private static void makeAllMoves() {
        CLOCK.advance(A_MINUTE.multipliedBy(2));
        simulator.makeDueMoves();
    }

    private static long outflowFen(GatewayClient.Answer stopped) {
        long sum = 0;
        for (var outflow : stopped.json().path("outflows")) {
            sum += outflow.path("amountFen").longValue();
        }
        return sum;
    }

    @Test
    void moveIsMadeByTheSchedulerAndPaysTheBalance() {
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
    void moveIsMadeAtItsTime() {
        startInAMinute(mule());

        CLOCK.advance(Duration.ofSeconds(30));
        simulator.makeDueMoves();
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);

        makeAllMoves();
        assertThat(balanceFen(MULE_NUMBER)).isZero();
    }

    @Test
    void movesAreMadeOnceAfterTheStartHoweverOftenTheWorldIsLoaded() {
        mule();
        String again = mule();
        makeAllMoves();
        assertThat(balanceFen(MULE_NUMBER)).as("not started").isEqualTo(10_000_000);
        startInAMinute(again);
        makeAllMoves();
        assertThat(balanceFen(MULE_NUMBER)).isZero();
        load("{'institutions': [], 'accounts': [], 'deposits': [{'serial': 'D-2', 'to': '6228480000000000125',"
                + " 'amountFen': 7, 'at': '2022-03-01T07:00:00Z'}]}");

        startInAMinute(again);
        startInAMinute(mule());
        makeAllMoves();

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

        makeAllMoves();

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_005);
    }

    @Test
    void liftedAccountPaysAgain() {
        String world = mule();
        ObjectNode stop = stopMule();
        client.send(stop);
        client.send(Orders.lift(stop));
        startInAMinute(world);

        makeAllMoves();

        assertThat(balanceFen(MULE_NUMBER)).isZero();
    }

    @Test
    void moveAfterTheStopFails() {
        startInAMinute(mule());

        GatewayClient.Answer stopped = client.send(stopMule());
        makeAllMoves();

        assertThat(stopped.json().path("balanceFen").longValue()).isEqualTo(10_000_000);
        assertThat(outflowFen(stopped)).isEqualTo(4_000_000);
        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
    }

    @Test
    void moveBeforeTheStopIsReportedAsOutflow() {
        startInAMinute(mule());

        makeAllMoves();
        GatewayClient.Answer stopped = client.send(stopMule());

        assertThat(stopped.json().path("balanceFen").longValue()).isZero();
        assertThat(outflowFen(stopped)).isEqualTo(14_000_000);
    }

    @Test
    void moneyIsEitherHeldOrReportedWhenAStopRacesMoves() {
        for (int round = 0; round < 5; round++) {
            simulator.resetAll();
            mule();
            var answer = client.sendAsync(stopMule(), Duration.ofSeconds(20));
            int moves = 0;
            while (!answer.isDone()) {
                moveOneFen(moves++);
            }
            moveOneFen(moves); // certainly after the stop

            GatewayClient.Answer stopped = answer.join();
            long held = stopped.json().path("balanceFen").longValue();
            assertThat(held + outflowFen(stopped)).isEqualTo(14_000_000);
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
    void unknownWorldCannotStart() {
        assertThatThrownBy(() -> simulator.startWorld("none", GatewayClient.now()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void movesOfARemovedWorldAreNotMade() {
        startInAMinute(mule());

        simulator.resetAll();
        mule();
        makeAllMoves();

        assertThat(balanceFen(MULE_NUMBER)).isEqualTo(10_000_000);
    }
}
