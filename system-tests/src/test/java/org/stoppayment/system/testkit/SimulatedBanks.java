package org.stoppayment.system.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.client.SimulatorClient;
import org.stoppayment.cli.output.Json;

/** The simulated institutions: how they behave, and what they saw. */
public final class SimulatedBanks {

    public static final String ICBC = "102100099996";
    public static final String ABC = "103100000026";
    public static final String BOC = "104100000004";
    public static final String CCB = "105100000017";
    public static final String BOCOM = "301290000007";
    public static final String CITIC = "302100011000";
    public static final String CMB = "308584000013";
    public static final String CIB = "309391000011";
    public static final String SPDB = "310290000013";
    public static final String PSBC = "403100000004";
    public static final List<String> TEN = List.of(ICBC, ABC, BOC, CCB, BOCOM, CITIC, CMB, CIB, SPDB, PSBC);

    private final SimulatorClient simulator;
    private final URI control;

    public SimulatedBanks(SimulatorClient simulator, URI control) {
        this.simulator = simulator;
        this.control = control;
    }

    /** All behave again, answer at once and take every account number to exist. */
    public void behave() {
        for (String bank : TEN) {
            simulator.behave(bank);
            simulator.change(bank, Map.of("mode", "SYNC", "open", true, "responseMillis", List.of(5, 20)));
        }
    }

    /** Lets an institution hold an account. */
    public void open(BankAccount account) {
        simulator.load(account.world());
    }

    /** The order as its institution saw it. */
    public SimulatedOrder order(String applicationId) {
        return simulator.orders().stream()
                .filter(order -> order.applicationId().equals(applicationId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no institution ever saw order " + applicationId));
    }

    /** The orders on an account, as its institution saw them. */
    public List<SimulatedOrder> ordersOn(String number) {
        return simulator.orders().stream()
                .filter(order -> order.accountNumber().equals(number))
                .toList();
    }

    /** Number of stops of ours that are live on an account. */
    public int liveStops(String number) {
        int live = 0;
        for (JsonNode account : simulator.accounts(number)) {
            live += account.path("liveStops").asInt();
        }
        return live;
    }

    /** Sum that freezes hold on an account, in fen. */
    public long frozenFen(String number) {
        long frozen = 0;
        for (JsonNode account : simulator.accounts(number)) {
            frozen += account.path("frozenFen").asLong();
        }
        return frozen;
    }

    /** What is on an account, in fen; 0 when no institution holds it. */
    public long balanceFen(String number) {
        long balance = 0;
        for (JsonNode account : simulator.accounts(number)) {
            balance += account.path("balanceFen").asLong();
        }
        return balance;
    }

    /** Number of stops that came for an account that had a live stop of ours already: the suite must know better. */
    public int stopsRefusedAsLive() {
        int refused = 0;
        for (JsonNode institution : institutions()) {
            refused += institution.path("counters").path("stopsRefusedAsLive").asInt();
        }
        return refused;
    }

    private JsonNode institutions() {
        try (InputStream answer = control.resolve("/institutions").toURL().openStream()) {
            return Json.MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
