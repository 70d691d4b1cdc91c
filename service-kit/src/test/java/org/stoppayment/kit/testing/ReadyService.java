package org.stoppayment.kit.testing;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Looks at a service from outside, as soon as it is ready. */
public final class ReadyService {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ReadyService() {}

    /** Waits until the readiness check of the service on this port passes. */
    public static void await(int port) {
        org.awaitility.Awaitility.await("readiness")
                .atMost(PATIENCE)
                .until(() -> status(port) == HttpURLConnection.HTTP_OK);
    }

    private static int status(int port) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                .toURL()
                .openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** The counts of gRPC calls and of calls to institutions that are not zero, by name and tags. */
    public static List<String> countedCalls(MeterRegistry registry) {
        return registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("grpc.")
                        || meter.getId().getName().startsWith("ft.")
                        || meter.getId().getName().startsWith("stoppayment.gateway.calls"))
                .filter(ReadyService::hasCounted)
                .map(meter -> meter.getId().toString())
                .toList();
    }

    private static boolean hasCounted(Meter meter) {
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .mapToDouble(Measurement::getValue)
                .anyMatch(value -> value > 0);
    }
}
