package org.stoppayment.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;

/** Gives each job of a service its name, in the log and in the metrics. */
@ApplicationScoped
public class Jobs {

    /** The tag of metrics that names a job. ({@code job} is Prometheus's own: it names the service.) */
    public static final String TAG = "work";

    private final MeterRegistry registry;
    private volatile boolean stopping;

    public Jobs(MeterRegistry registry) {
        this.registry = registry;
    }

    /** From now on jobs are cut off by our own end: that is no failure that anybody need read of. */
    void stopping(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** The job of that name, such as {@code follow-ups}; its failures are counted from now on. */
    public Job named(String name) {
        return new Job(
                name,
                Counter.builder("stoppayment.work.failures")
                        .description("Times that a job failed; it is tried again")
                        .tag(TAG, name)
                        .register(registry),
                () -> stopping);
    }

    /** Shows for how many seconds the work of that job has been due that has been due longest; 0 when none is due. */
    public void oldestDue(String name, Supplier<Number> seconds) {
        Gauge.builder("stoppayment.work.oldest.due.seconds", seconds)
                .description("For how long the work has been due that has been due longest")
                .tag(TAG, name)
                .register(registry);
    }
}
