package org.stoppayment.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * The configuration of case-intake, as properties or environment variables: {@code stoppayment.freeze.deadline} is {@code
 * STOPPAYMENT_FREEZE_DEADLINE}. Durations are ISO 8601.
 */
@ConfigMapping(prefix = "stoppayment")
public interface IntakeConfig {

    /** account-freeze, which receives the events and reports the progress of cases. */
    Freeze freeze();

    /** How long GetCase waits for the progress; shorter than the time-out of its callers. */
    @WithDefault("PT2S")
    Duration progressTimeout();

    /** What is refused when there is more than this process can do. */
    Overload overload();

    /** Postgres; the defaults of {@code application.properties} are for trials. */
    Database db();

    /** account-freeze. */
    interface Freeze {
        /** {@code host:port} of its gRPC server. */
        @WithDefault("127.0.0.1:19002")
        String address();

        /** Time-out of a delivery of events. */
        @WithDefault("PT5S")
        Duration deadline();
    }

    /** Bounds beyond which calls are refused with UNAVAILABLE. */
    interface Overload {
        /** Longest time that a report may wait for its commit to begin; beyond it, reports are refused. */
        @WithDefault("PT0.4S")
        Duration commitWait();

        /** The same for reads; shorter, so that reads are refused before reports. */
        @WithDefault("PT0.1S")
        Duration readWait();

        /** Longest time that an event may wait for its hand-over to account-freeze while that takes events; beyond it, reports are refused. */
        @WithDefault("PT1S")
        Duration handoverWait();

        /** Maximum number of reads at the same time. */
        @WithDefault("64")
        int maxReads();
    }

    /** A Postgres database. */
    interface Database {
        /** {@code host:port}; default 127.0.0.1:15432. */
        String address();

        /** Name of the database; default intake. */
        String name();

        /** User name; default postgres. */
        String user();

        /** Password; default postgres. */
        String password();
    }
}
