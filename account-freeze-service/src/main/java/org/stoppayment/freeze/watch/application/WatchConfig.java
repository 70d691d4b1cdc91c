package org.stoppayment.freeze.watch.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How this process serves watchers of cases: {@code stoppayment.freeze.watch}. */
@ConfigMapping(prefix = "stoppayment.freeze.watch")
public interface WatchConfig {

    /** How often to look at all watched cases: a change shows within this time plus the time to read it. */
    @WithDefault("PT0.25S")
    Duration look();

    /** Longest time without a message to a watcher, and longest time that a look may take. */
    @WithDefault("PT5S")
    Duration heartbeat();

    /** How long a watched case may take to arrive. */
    @WithDefault("PT3S")
    Duration arrival();

    /** Age at which a stream is ended; the client opens a new one at any replica. */
    @WithDefault("PT15M")
    Duration longest();

    /** Maximum number of concurrent streams. */
    @WithName("most-streams")
    @WithDefault("1000")
    int maxStreams();

    /** Cases with more accounts than this are shown without their orders and accounts. */
    @WithName("most-accounts")
    @WithDefault("1000")
    int maxAccounts();
}
