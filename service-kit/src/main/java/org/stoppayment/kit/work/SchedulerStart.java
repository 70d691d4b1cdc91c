package org.stoppayment.kit.work;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Lets scheduled jobs begin once all that a service checks at its start has passed. A service that refuses to start must say why,
 * and nothing else: jobs on a container that is being stopped fail with stack traces. The scheduler starts halted, by this module's
 * configuration.
 */
@ApplicationScoped
class SchedulerStart {

    void started(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event, Scheduler scheduler) {
        if (scheduler.isStarted()) {
            scheduler.resume();
        }
    }
}
