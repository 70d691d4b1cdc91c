package org.stoppayment.recovery.reports.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Reports: {@code stoppayment.reports}. */
@ConfigMapping(prefix = "stoppayment.reports")
public interface ReportsConfig {

    /** Longest time that the statement of a report may run, so that it never outlives the call that asked for it. */
    @WithDefault("PT4S")
    Duration timeLimit();

    /** Number of reports that run at a time; each keeps a connection to the database while it does. More are refused. */
    @WithDefault("2")
    int maxAtOnce();
}
