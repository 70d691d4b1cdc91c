package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.view.AccountView;

/** The mule, whose balance is CNY 100,000, and orders to freeze its account. */
abstract class FreezeTestBase extends SimulatorTest {

    protected static final Duration TERM = Duration.ofDays(184);
    static final Duration MARGIN = Duration.ofSeconds(5);
    protected static final String HOLDER = "卡主甲";

    protected String world = "";

    @BeforeEach
    void loadMule() {
        world = mule();
    }

    protected static ObjectNode freeze(Long limitFen) {
        return Orders.freeze(ABC, MULE_NUMBER, HOLDER, limitFen, end());
    }

    protected static ObjectNode magic(MagicAccount account) {
        return Orders.freeze(ICBC, account.number(), "anyone", 100_000L, end());
    }

    protected static Instant end() {
        return CLOCK.instant().plus(TERM);
    }

    /** Sends with the institution's time. */
    protected static GatewayClient.Answer sendNow(ObjectNode order) {
        return client.sendAt(CLOCK.instant(), order);
    }

    protected static AccountView account() {
        return simulator.accounts(MULE_NUMBER).get(0);
    }

    protected static long frozenFen(GatewayClient.Answer answer) {
        return answer.json().path("freeze").path("frozenFen").longValue();
    }

    protected static int place(GatewayClient.Answer answer) {
        return answer.json().path("freeze").path("waitingPlace").intValue();
    }

    /** The mule withdraws all that it can. */
    protected void withdrawAll() {
        simulator.startWorld(world, CLOCK.instant().plus(Duration.ofMinutes(1)));
        CLOCK.advance(Duration.ofMinutes(2));
        simulator.makeDueMoves();
    }
}
