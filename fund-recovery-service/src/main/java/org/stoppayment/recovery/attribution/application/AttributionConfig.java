package org.stoppayment.recovery.attribution.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Attribution: {@code stoppayment.attribution}. */
@ConfigMapping(prefix = "stoppayment.attribution")
public interface AttributionConfig {

    /** How often due accounts are looked for; zero turns it off. */
    @WithDefault("PT0.2S")
    Duration lookForDueAccounts();

    /** How long a replica has for the accounts that it took. */
    @WithDefault("PT1M")
    Duration lease();

    /** Maximum number of due accounts that are computed together. */
    @WithDefault("200")
    int maxAccounts();

    /** How far the times of one transfer may be apart, as a victim and two institutions tell them. */
    @WithDefault("PT10M")
    Duration matchTolerance();
}
