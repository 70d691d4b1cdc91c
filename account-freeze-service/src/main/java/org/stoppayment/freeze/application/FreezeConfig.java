package org.stoppayment.freeze.application;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How this process works ({@code stoppayment.freeze}); what the rules of stops are, a rule set says. Durations are ISO 8601.
 */
public interface FreezeConfig {

    /** How long a process that sends may be silent before it counts as dead; longer than a call to the gateway may take. */
    @WithDefault("PT8S")
    Duration lease();

    /** How long after a 202 the feedback may take before we inquire. */
    @WithDefault("PT15S")
    Duration feedbackPatience();

    /** What could not be sent is tried again within this time. */
    @WithDefault("PT0.5S")
    Duration firstResend();

    /** What could not be sent is never tried again slower than this. */
    @WithDefault("PT5S")
    Duration slowestResend();

    /** How often to look for due work; zero: never, for tests that do it by hand. */
    @WithDefault("PT0.2S")
    Duration lookForDueWork();

    /** Where alerts are posted to; nowhere when it is not set. */
    Optional<URI> alertWebhook();

    /** How cases are shown to those who watch them: {@code stoppayment.freeze.watch}. */
    WatchConfig watch();
}
