package org.stoppayment.kit.metrics;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Values of gauges that are read together at intervals. A value that could not be read is NaN, never stale. */
public final class SampledGauges {

    private final Duration timeout;
    private volatile Map<String, Long> values = Map.of();

    /** No values yet. */
    public SampledGauges() {
        this(Duration.ofSeconds(5));
    }

    SampledGauges(Duration timeout) {
        this.timeout = timeout;
    }

    /** The value with that name; NaN when the last reading did not have it. */
    public double of(String name) {
        Long value = values.get(name);
        return value == null ? Double.NaN : value;
    }

    /** Reads all values. When that fails or takes more than five seconds, all values are cleared and the returned Uni fails. */
    public Uni<Void> read(Supplier<Uni<Map<String, Long>>> reading) {
        return Uni.createFrom()
                .deferred(() -> reading.get())
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(() -> values = Map.of())
                .invoke(read -> values = Map.copyOf(read))
                .replaceWithVoid();
    }
}
