package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.stoppayment.simulator.institution.CallbackSender.Backoff;

/** A simulator of all registered institutions at free ports, and a gateway for callbacks; both are reset after every test. */
@Timeout(60)
abstract class SimulatorTest {

    static final String ICBC = "102100099996";
    static final String ABC = "103100000026";
    static final String CCB = "105100000017";
    static final String ALIPAY = "Z2007933000010";
    static final Path ROOT = Path.of("..");

    static final MovableClock CLOCK = new MovableClock();
    static Registry registry;
    static FakeGateway gateway;
    static BankSimulator simulator;
    static GatewayClient client;

    @BeforeAll
    static void startAll() throws IOException {
        registry = Registry.read(ROOT.resolve("config/institutions.yaml"));
        gateway = new FakeGateway(registry);
        simulator = BankSimulator.start(SimulatorConfig.of(registry, gateway.uri())
                .withFreePorts()
                .withClock(CLOCK)
                .withSeed(42)
                .withMagicTimes(Duration.ofMillis(1500), Duration.ofMillis(800))
                .withBackoff(new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), 6)));
        client = new GatewayClient(simulator, registry);
    }

    @AfterEach
    void reset() {
        CLOCK.reset();
        simulator.resetAll();
        gateway.reset();
    }

    @AfterAll
    static void stopAll() {
        simulator.close();
        gateway.close();
    }

    static String load(String json) {
        return simulator.loadWorld(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Loads one mule account at ABC with a deposit of 140,000.00, and one at CCB that it pays to. */
    static String mule() {
        return load(MULE);
    }

    static final String MULE = """
            {'institutions': [{'code': '103100000026', 'name': 'ABC', 'mode': 'SYNC', 'responseMillis': [0, 5]},
                              {'code': '105100000017', 'name': 'CCB', 'mode': 'SYNC', 'responseMillis': [0, 5]}],
             'accounts': [{'institutionCode': '103100000026', 'number': '6228480000000000125', 'name': '卡主甲',
                           'kind': 'ACCOUNT_KIND_BANK_PERSONAL', 'balanceFen': '14000000'},
                          {'institutionCode': '105100000017', 'number': '6217000000000000228', 'name': '卡主乙',
                           'kind': 'ACCOUNT_KIND_BANK_PERSONAL', 'balanceFen': '0'}],
             'deposits': [{'serial': 'D-1', 'from': '6222020000000000117', 'to': '6228480000000000125',
                           'amountFen': '14000000', 'at': '2022-03-01T06:00:20Z'}],
             'moves': [{'afterSeconds': -40, 'kind': 'TRANSFER', 'from': '6228480000000000125', 'amountFen': '4000000',
                        'serial': 'M-1', 'to': '6217000000000000228'},
                       {'afterSeconds': 0.3, 'kind': 'CASH', 'from': '6228480000000000125', 'amountFen': '99000000',
                        'serial': 'M-2'}]}
            """;

    static final String MULE_NUMBER = "6228480000000000125";

    /** A valid order that stops the mule. */
    static ObjectNode stopMule() {
        return Orders.listing(Orders.stop(ABC, MULE_NUMBER, "卡主甲"), 14_000_000L, "2022-03-01T06:05:00Z", "D-1");
    }

    static long balanceFen(String number) {
        return simulator.accounts(number).get(0).balanceFen();
    }
}
