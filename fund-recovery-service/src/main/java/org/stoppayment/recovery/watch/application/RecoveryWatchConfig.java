package org.stoppayment.recovery.watch.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this process serves watchers of the return of money: {@code stoppayment.recovery-watch}. */
@ConfigMapping(prefix = "stoppayment.recovery-watch")
public interface RecoveryWatchConfig {

    /** How often to look for changes while anybody watches; zero turns it off. */
    @WithDefault("PT1S")
    Duration look();

    /** Longest time without a message to a watcher, and longest time that a look may take. */
    @WithDefault("PT5S")
    Duration heartbeat();

    /** How long it may take until something is told of a watched case. */
    @WithDefault("PT3S")
    Duration arrival();

    /** Age at which a stream is ended; the client opens a new one at any replica. */
    @WithDefault("PT15M")
    Duration longest();

    /** Maximum number of concurrent streams. */
    @WithDefault("200")
    int maxStreams();
}
