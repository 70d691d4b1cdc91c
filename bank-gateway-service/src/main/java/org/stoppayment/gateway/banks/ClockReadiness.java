package org.stoppayment.gateway.banks;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.stoppayment.kit.time.CorrectedTime;

/**
 * Says what the clock prevents. Not ready while several institutions refuse the time of our messages and none accepts it; a refusal
 * counts for a minute, so that a service that is not called finds out again.
 */
@Readiness
@Singleton
class ClockReadiness implements HealthCheck {

    private final ClockRefusals refusals;
    private final CorrectedTime time;

    ClockReadiness(ClockRefusals refusals, CorrectedTime time) {
        this.refusals = refusals;
        this.time = time;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clock")
                .status(!refusals.isRefusedByAll())
                .withData("clock", time.sinceAnchored().isPresent() ? "account-freeze" : "this host")
                .withData("cannot send orders, for their time, to", String.join(" ", refusals.refusing()))
                .build();
    }
}
