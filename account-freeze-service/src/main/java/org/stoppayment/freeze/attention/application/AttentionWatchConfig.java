package org.stoppayment.freeze.attention.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this process serves watchers of what needs attention: {@code stoppayment.freeze.attention}. */
@ConfigMapping(prefix = "stoppayment.freeze.attention")
public interface AttentionWatchConfig {

    /** How often to look for changes while anybody watches; the open items are read only when there are any. */
    @WithDefault("PT1S")
    Duration look();

    /** Longest time without a message to a watcher, and longest time that a look may take. */
    @WithDefault("PT5S")
    Duration heartbeat();

    /** Age at which a stream is ended; the client opens a new one at any replica. */
    @WithDefault("PT15M")
    Duration longest();

    /** Maximum number of concurrent streams. */
    @WithDefault("100")
    int maxStreams();

    /** Maximum number of items that a stream shows; with the maximum number of streams it bounds the memory that they take. */
    @WithDefault("1000")
    int maxItems();
}
