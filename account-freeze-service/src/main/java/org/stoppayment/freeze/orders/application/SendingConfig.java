package org.stoppayment.freeze.orders.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this process sends orders: {@code stoppayment.freeze}. The rules of stops are in the rule set. Durations are ISO 8601. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface SendingConfig {

    /** How long a sending process may be silent before it counts as dead; longer than a call to the gateway may take. */
    @WithDefault("PT8S")
    Duration lease();

    /** How long after a 202 the feedback may take before we inquire. */
    @WithDefault("PT15S")
    Duration feedbackPatience();

    /** Longest wait before the first retry of an order that could not be sent. */
    @WithDefault("PT0.5S")
    Duration firstResend();

    /** Longest wait before any later retry. */
    @WithDefault("PT5S")
    Duration slowestResend();
}
