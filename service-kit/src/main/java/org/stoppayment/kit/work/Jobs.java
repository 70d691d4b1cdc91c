package org.stoppayment.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;

/** Creates the named jobs of a service, with their metrics. */
@ApplicationScoped
public class Jobs {

    /** The metrics tag with the name of a job. (Prometheus itself uses {@code job}, for the service.) */
    public static final String TAG = "work";

    private final MeterRegistry registry;
    private volatile boolean stopping;

    public Jobs(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Failures during shutdown are not logged or counted. */
    void stopping(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Creates the job with that name, such as {@code alerts}, and its failure counter. */
    public Job named(String name) {
        return new Job(
                name,
                Counter.builder("stoppayment.work.failures")
                        .description("Times that a job failed; it is tried again")
                        .tag(TAG, name)
                        .register(registry),
                () -> stopping);
    }

    /** Registers a gauge of the age in seconds of the job's oldest due work; 0 when none is due. */
    public void oldestDue(String name, Supplier<Number> seconds) {
        Gauge.builder("stoppayment.work.oldest.due.seconds", seconds)
                .description("How long the oldest due work has been due")
                .tag(TAG, name)
                .register(registry);
    }
}
