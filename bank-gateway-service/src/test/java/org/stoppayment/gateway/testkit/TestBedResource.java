package org.stoppayment.gateway.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.stoppayment.kit.testing.Ports;

/** Starts a {@link TestBed} and connects the gateway under test to it, with short time-outs. */
public final class TestBedResource implements QuarkusTestResourceLifecycleManager {

    private TestBed bed;
    private final int port = Ports.free();
    private final Gateway gateway = Gateway.at(port);

    @Override
    public Map<String, String> start() {
        bed = new TestBed();
        return Map.of(
                "stoppayment.registry",
                bed.registry().toString(),
                "stoppayment.freeze.address",
                "127.0.0.1:" + bed.freeze.port(),
                "stoppayment.freeze.timeout",
                "PT0.5S",
                "stoppayment.recovery.address",
                "127.0.0.1:" + bed.recovery.port(),
                "stoppayment.recovery.timeout",
                "PT0.5S",
                "stoppayment.circuit.window",
                "4",
                "stoppayment.circuit.delay",
                "PT0.3S",
                "stoppayment.callback.body-deadline",
                "PT6S",
                "stoppayment.callback.refusals-per-second",
                "1",
                "quarkus.http.test-ssl-port",
                Integer.toString(port));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(bed, new TestInjector.MatchesType(TestBed.class));
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
