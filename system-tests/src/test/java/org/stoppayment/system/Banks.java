package org.stoppayment.system;

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
final class Banks {

    static final String ICBC = "102100099996";
    static final String ABC = "103100000026";
    static final String BOC = "104100000004";
    static final String CCB = "105100000017";
    static final String BOCOM = "301290000007";
    static final String CITIC = "302100011000";
    static final String CMB = "308584000013";
    static final String CIB = "309391000011";
    static final String SPDB = "310290000013";
    static final String PSBC = "403100000004";
    static final List<String> TEN = List.of(ICBC, ABC, BOC, CCB, BOCOM, CITIC, CMB, CIB, SPDB, PSBC);

    private final SimulatorClient simulator;
    private final URI control;

    Banks(SimulatorClient simulator, URI control) {
        this.simulator = simulator;
        this.control = control;
    }

    /** All behave again, answer at once and take every account number to exist. */
    void behave() {
        for (String bank : TEN) {
            simulator.behave(bank);
            simulator.change(bank, Map.of("mode", "SYNC", "open", true, "responseMillis", List.of(5, 20)));
        }
    }

    /** The order as its institution saw it. */
    SimulatedOrder order(String applicationId) {
        return simulator.orders().stream()
                .filter(order -> order.applicationId().equals(applicationId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no institution ever saw order " + applicationId));
    }

    /** The orders on an account, as its institution saw them. */
    List<SimulatedOrder> ordersOn(String number) {
        return simulator.orders().stream()
                .filter(order -> order.accountNumber().equals(number))
                .toList();
    }

    /** Number of stops of ours that are live on an account. */
    int liveStops(String number) {
        int live = 0;
        for (JsonNode account : simulator.accounts(number)) {
            live += account.path("liveStops").asInt();
        }
        return live;
    }

    /** Number of stops that came for an account that had a live stop of ours already: the suite must know better. */
    int stopsRefusedAsLive() {
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
