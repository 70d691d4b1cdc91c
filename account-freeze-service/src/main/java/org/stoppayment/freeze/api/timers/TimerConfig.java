package org.stoppayment.freeze.api.timers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often this process looks for due work: {@code stoppayment.freeze}. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface TimerConfig {

    /** How often to look for due work; zero means never, for tests that start it themselves. */
    @WithDefault("PT0.2S")
    Duration lookForDueWork();
}
