package org.stoppayment.gateway.banks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.kit.time.CorrectedTime;

/**
 * The institutions that refuse our messages because of their time: this clock or theirs is wrong. {@code
 * stoppayment_gateway_clock_refusals_total} counts the refusals; the first of each institution is logged, and the end of it.
 */
@Singleton
final class ClockRefusals {

    private static final Logger LOG = Logger.getLogger(ClockRefusals.class);

    /** An older answer says nothing about the clocks of now. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** One institution that refuses may have a wrong clock itself. */
    private static final int ENOUGH = 2;

    private final MeterRegistry metrics;
    private final IntSupplier institutions;
    private final LongSupplier nanoTime;
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    /** What the last answer of an institution said of our time, and when. */
    private record Verdict(boolean refused, long nanos) {}

    @Inject
    ClockRefusals(MeterRegistry metrics, Institutions institutions, CorrectedTime time) {
        this(metrics, () -> institutions.all().size(), time::nanoTime);
    }

    ClockRefusals(MeterRegistry metrics, IntSupplier institutions, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.institutions = institutions;
        this.nanoTime = nanoTime;
    }

    /** Notes what the outcome of a call says of our time. */
    void note(String institution, Outcome outcome) {
        if (outcome.equals(Outcome.NoAnswer.CLOCK_REFUSED)) {
            counter(institution).increment();
            Verdict before = verdicts.put(institution, new Verdict(true, nanoTime.getAsLong()));
            if (before == null || !before.refused()) {
                LOG.warnf(
                        "Institution %s refuses messages because of their time: check the clocks of this host, of"
                                + " account-freeze's database and of the institution",
                        institution);
            }
        } else if (outcome.provesSignature()) {
            Verdict before = verdicts.put(institution, new Verdict(false, nanoTime.getAsLong()));
            if (before != null && before.refused()) {
                LOG.infof("Institution %s accepts the time of messages again", institution);
            }
        }
    }

    /** Codes of the institutions whose last answer, within a minute, refused our time. */
    Set<String> refusing() {
        return recent(true);
    }

    /** True when several institutions refuse our time and none accepts it: then it is our clock. */
    boolean isRefusedByAll() {
        return recent(true).size() >= Math.min(ENOUGH, institutions.getAsInt())
                && recent(false).isEmpty();
    }

    private Set<String> recent(boolean refused) {
        long now = nanoTime.getAsLong();
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().refused() == refused
                        && now - entry.getValue().nanos() < REMEMBERED.toNanos())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Counter counter(String institution) {
        return Counter.builder("stoppayment.gateway.clock.refusals")
                .description("Messages that institutions refused because of their time")
                .tag("institution", institution)
                .register(metrics);
    }
}
