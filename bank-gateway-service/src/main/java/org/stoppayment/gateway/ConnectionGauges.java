package org.stoppayment.gateway;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Leaves out the gauges of HTTP connections. Quarkus registers them once for each event loop when connections are limited, and
 * Micrometer warns of the second one. The counter of rejected connections stays.
 */
@ApplicationScoped
class ConnectionGauges {

    private static final Set<String> NAMES = Set.of("vertx.http.connections.current", "vertx.http.connections.max");

    @Produces
    @Singleton
    MeterFilter withoutGauges() {
        return MeterFilter.deny(id -> NAMES.contains(id.getName()));
    }
}
