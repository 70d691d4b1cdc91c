package org.stoppayment.kit.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Leaves out two gauges that cannot be right: the driver registers them anew, under the same name, for each connection that
 * it opens, so they would show the first connection only (and a warning for the second). The gauges of the pool stand.
 */
@ApplicationScoped
public class ConnectionGauges {

    private static final Set<String> OF_ONE_CONNECTION = Set.of("postgresql.queue.size", "postgresql.current");

    /** Before the first connection: some are open by the time that filters which are beans take effect. */
    void leaveOut(@Observes @Initialized(ApplicationScoped.class) Object containerStarts) {
        Metrics.globalRegistry
                .config()
                .meterFilter(MeterFilter.deny(meter -> OF_ONE_CONNECTION.contains(meter.getName())));
    }
}
