package org.stoppayment.freeze.api;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.orders.grpc.GatewayConfig;
import org.stoppayment.kernel.InstitutionTimeout;

/**
 * How long one waits for another: the gateway for an institution, we for the gateway, and replicas for one that sends. Each waits
 * longer than the one it waits for, or answers that come in time would end in doubt; where it is set otherwise, the service does
 * not start.
 */
@ApplicationScoped
class TimeoutChainCheck {

    /** For the way there and back, and for writing down what was said. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    void check(@Observes StartupEvent start, GatewayConfig gateway, SendingConfig sending) {
        check(gateway.deadline(), sending.lease());
    }

    static void check(Duration deadline, Duration lease) {
        atLeast(
                "stoppayment.gateway.deadline",
                deadline,
                InstitutionTimeout.MAX,
                "the longest time-out that the registry of institutions may name");
        atLeast("stoppayment.freeze.lease", lease, deadline, "stoppayment.gateway.deadline");
    }

    private static void atLeast(String key, Duration value, Duration waitedFor, String what) {
        if (value.compareTo(waitedFor.plus(MARGIN)) < 0) {
            throw new ConfigurationException("%s: %s (expected: %s or more, that is %s more than %s, %s)"
                    .formatted(key, value, waitedFor.plus(MARGIN), MARGIN, what, waitedFor));
        }
    }
}
