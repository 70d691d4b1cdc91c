package org.stoppayment.recovery.batches.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Batches: {@code stoppayment.batches}. */
@ConfigMapping(prefix = "stoppayment.batches")
public interface BatchConfig {

    /** Maximum number of plans of a batch. */
    @WithDefault("1000")
    int maxPlans();

    /** Maximum number of plans that are looked at for a batch, those that are left out included. */
    @WithDefault("5000")
    int maxCandidates();

    /** Number of plans that are worked on at once, by all calls together; each takes a connection to the database now and then. */
    @WithDefault("6")
    int atOnce();
}
