package org.stoppayment.recovery.forms.grpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How forms are sent to callers: {@code stoppayment.forms}. */
@ConfigMapping(prefix = "stoppayment.forms")
interface SendingConfig {

    /** Longest time in which a caller reads nothing of a form that it asked for; then it gets UNAVAILABLE. */
    @WithDefault("PT30S")
    Duration callerPatience();

    /** Maximum number of forms that callers are reading, each of which is in memory; more are refused. */
    @WithDefault("16")
    int maxReaders();
}
