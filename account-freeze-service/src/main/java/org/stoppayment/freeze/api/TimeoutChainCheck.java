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
 * Checks that each time-out is longer than the one inside it: the gateway waits for an institution, we wait for the gateway, and
 * replicas wait for one that sends. Otherwise answers that come in time would end in doubt: the service does not start.
 */
@ApplicationScoped
class TimeoutChainCheck {

    /** For the network, and for recording the answer. */
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
