package org.stoppayment.kit.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Removes two misleading gauges: the driver registers them again, under the same name, for each connection that it opens, so
 * they would show the first connection only (and log a warning for the second). The gauges of the pool are kept.
 */
@ApplicationScoped
public class ConnectionGauges {

    private static final Set<String> PER_CONNECTION_GAUGES = Set.of("postgresql.queue.size", "postgresql.current");

    /** Before the first connection: filters that are beans take effect after some connections have been opened. */
    void denyPerConnectionGauges(@Observes @Initialized(ApplicationScoped.class) Object containerStarts) {
        Metrics.globalRegistry
                .config()
                .meterFilter(MeterFilter.deny(meter -> PER_CONNECTION_GAUGES.contains(meter.getName())));
    }
}
