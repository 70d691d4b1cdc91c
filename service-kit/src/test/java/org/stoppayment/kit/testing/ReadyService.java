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
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks at a service from outside, as soon as it is ready. */
public final class ReadyService {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ReadyService() {}

    /** Where the service under test tells its health and its metrics. */
    public static String management() {
        return "http://127.0.0.1:" + ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    }

    /** Waits until the readiness check of the service under test passes. */
    public static void await() {
        org.awaitility.Awaitility.await("readiness")
                .atMost(PATIENCE)
                .until(() -> status() == HttpURLConnection.HTTP_OK);
    }

    private static int status() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(management() + "/q/health/ready").toURL().openConnection();
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
