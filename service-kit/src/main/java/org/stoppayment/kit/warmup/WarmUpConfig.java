package org.stoppayment.kit.warmup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The warm-up of a service: {@code stoppayment.warm-up}. */
@ConfigMapping(prefix = "stoppayment.warm-up")
public interface WarmUpConfig {

    /** How often each part runs; 0 leaves the warm-up out. */
    @WithDefault("150")
    int runs();

    /** Number of runs at the same time; as many as the pool has connections, so that each has prepared its statements. */
    @WithDefault("12")
    int atOnce();

    /** Longest time that the warm-up takes; then the service is ready, however far it came. */
    @WithDefault("PT5S")
    Duration maxTime();
}
