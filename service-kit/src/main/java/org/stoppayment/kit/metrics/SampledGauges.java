package org.stoppayment.kit.metrics;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Figures that are read now and then, all at once. One that could not be read is NaN: no figure is better than an old one. */
public final class SampledGauges {

    private final Duration patience;
    private volatile Map<String, Long> figures = Map.of();

    /** None yet. */
    public SampledGauges() {
        this(Duration.ofSeconds(5));
    }

    SampledGauges(Duration patience) {
        this.patience = patience;
    }

    /** The figure of that name; NaN when the last reading did not bring it. */
    public double of(String name) {
        Long figure = figures.get(name);
        return figure == null ? Double.NaN : figure;
    }

    /** Reads again. When that fails, or takes more than five seconds, nothing is known any more, and the failure goes on. */
    public Uni<Void> read(Supplier<Uni<Map<String, Long>>> reading) {
        return Uni.createFrom()
                .deferred(() -> reading.get())
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .invoke(() -> figures = Map.of())
                .invoke(read -> figures = Map.copyOf(read))
                .replaceWithVoid();
    }
}
