package org.stoppayment.gateway.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.stoppayment.kit.testing.Ports;

/** Puts the gateway under test into its {@link Bed}, with short times. */
public final class BedResource implements QuarkusTestResourceLifecycleManager {

    private Bed bed;
    private final int port = Ports.free();
    private final Gateway gateway = Gateway.at(port);

    @Override
    public Map<String, String> start() {
        bed = new Bed();
        return Map.of(
                "stoppayment.registry",
                bed.registry().toString(),
                "stoppayment.freeze.address",
                "127.0.0.1:" + bed.freeze.port(),
                "stoppayment.freeze.timeout",
                "PT0.5S",
                "stoppayment.circuit.window",
                "4",
                "stoppayment.circuit.delay",
                "PT0.3S",
                "quarkus.http.test-port",
                Integer.toString(port));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(bed, new TestInjector.MatchesType(Bed.class));
        injector.injectIntoFields(gateway, new TestInjector.MatchesType(Gateway.class));
    }

    @Override
    public void stop() {
        gateway.close();
        try {
            bed.close();
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }
}
