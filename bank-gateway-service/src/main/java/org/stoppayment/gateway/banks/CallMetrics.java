package org.stoppayment.gateway.banks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.stoppayment.gateway.orders.domain.Outcome;

/**
 * Metrics of one institution: {@code stoppayment_gateway_calls} counts and times calls by outcome,
 * {@code stoppayment_gateway_circuit} is 0 when the circuit is closed, 1 half open, 2 open, and
 * {@code stoppayment_gateway_waiting} is the number of queued calls.
 */
final class CallMetrics {

    private record Series(String call, String outcome) {}

    private final MeterRegistry registry;
    private final String institution;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry registry, String institution, InstitutionGuard guard) {
        this.registry = registry;
        this.institution = institution;
        gauge("stoppayment.gateway.circuit", "0 when the circuit is closed, 1 half open, 2 open", () -> guard.circuit()
                .ordinal());
        gauge("stoppayment.gateway.waiting", "Calls that are queued", guard::queued);
    }

    /** Registers a gauge in the place of the one of an earlier guard of the institution. */
    private void gauge(String name, String description, Supplier<Number> value) {
        Tags tags = Tags.of("institution", institution);
        registry.find(name).tags(tags).gauges().forEach(registry::remove);
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    Uni<Outcome> measure(String call, Uni<Outcome> exchange) {
        return Uni.createFrom().deferred(() -> {
            long start = registry.config().clock().monotonicTime();
            return exchange.invoke(outcome -> timer(call, outcome.kind())
                    .record(registry.config().clock().monotonicTime() - start, TimeUnit.NANOSECONDS));
        });
    }

    private Timer timer(String call, String outcome) {
        return timers.computeIfAbsent(new Series(call, outcome), series -> Timer.builder("stoppayment.gateway.calls")
                .description("Calls to institutions, by outcome")
                .tag("institution", institution)
                .tag("call", series.call())
                .tag("outcome", series.outcome())
                .register(registry));
    }
}
