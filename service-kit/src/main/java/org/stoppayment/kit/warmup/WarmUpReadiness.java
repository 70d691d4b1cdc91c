package org.stoppayment.kit.warmup;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the service warms up. */
@Readiness
@ApplicationScoped
class WarmUpReadiness implements HealthCheck {

    private final WarmingUp warming;

    WarmUpReadiness(WarmingUp warming) {
        this.warming = warming;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("warm-up");
        return warming.isOver()
                ? response.up().build()
                : response.down().withData("reason", "warming up").build();
    }
}
