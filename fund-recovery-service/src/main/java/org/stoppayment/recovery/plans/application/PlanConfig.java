package org.stoppayment.recovery.plans.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Plans: {@code stoppayment.plans}. */
@ConfigMapping(prefix = "stoppayment.plans")
public interface PlanConfig {

    /** How often due drafts are looked for; zero turns it off. */
    @WithDefault("PT0.5S")
    Duration lookForDueDrafts();

    /** How long a replica has for the accounts that it took. */
    @WithDefault("PT1M")
    Duration lease();

    /** Maximum number of accounts that are taken at once. */
    @WithDefault("50")
    int maxDrafts();
}
