package org.stoppayment.gateway.banks.rest.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.kit.time.CorrectedTime;

/**
 * Limits how often one source may send callbacks that are refused. A source is an address together with the institution in whose name
 * it calls, so that nobody uses up the limit of an institution from elsewhere. Accepted callbacks do not count.
 *
 * <p>The limit is a token bucket for each source, kept as the moment at which the bucket is full again (the generic cell rate
 * algorithm). The fault tolerance library has rate limits for a fixed set of callers only. Thread-safe.
 */
@ApplicationScoped
class RefusalLimits {

    /** More than this many sources are not remembered: the one that was seen least lately is forgotten. */
    private static final int MAX_SOURCES = 10_000;

    private final LongSupplier nanoTime;
    private final long nanosPerRefusal;
    private final long burstNanos;
    private final Map<String, Long> fullAgainAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    @Inject
    RefusalLimits(GatewayConfig config, CorrectedTime time) {
        this(config.callback().refusalBurst(), config.callback().refusalsPerSecond(), time::nanoTime);
    }

    RefusalLimits(int burst, int refusalsPerSecond, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.nanosPerRefusal = Duration.ofSeconds(1).toNanos() / refusalsPerSecond;
        this.burstNanos = nanosPerRefusal * burst;
    }

    /** How long this source must wait; empty when it may call. */
    synchronized Optional<Duration> waitOf(String source) {
        long now = nanoTime.getAsLong();
        long ahead = fullAgainAt.getOrDefault(source, now) - now;
        return ahead < burstNanos
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(ahead - burstNanos + nanosPerRefusal));
    }

    /** Counts a refused callback of this source. */
    synchronized void count(String source) {
        long now = nanoTime.getAsLong();
        long full = fullAgainAt.getOrDefault(source, now);
        fullAgainAt.put(source, (full - now > 0 ? full : now) + nanosPerRefusal);
    }
}
