package org.stoppayment.freeze;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.stoppayment.freeze.application.FreezeConfig;

/**
 * All that can be set, as properties or as environment variables: {@code stoppayment.gateway.deadline} is {@code
 * STOPPAYMENT_GATEWAY_DEADLINE}. Durations are ISO 8601.
 */
@ConfigMapping(prefix = "stoppayment")
public interface ServiceConfig {

    /** How this process works: {@code stoppayment.freeze}. */
    FreezeConfig freeze();

    /** bank-gateway, by which institutions are reached. */
    Gateway gateway();

    /** fund-recovery, to which events go. */
    Recovery recovery();

    /** Postgres; the defaults, for trying it out, are in {@code application.properties}. */
    Database db();

    /** YAML file with the rule set that orders are made under from now on; the one that is packaged when it is not set. */
    Optional<Path> rules();

    /** bank-gateway. */
    interface Gateway {
        /** {@code host:port} of its gRPC server. */
        @WithDefault("127.0.0.1:19003")
        String address();

        /** Longest that a call to it may take; longer than the longest time-out of an institution, PT5S. */
        @WithDefault("PT6S")
        Duration deadline();
    }

    /** fund-recovery. */
    interface Recovery {
        /** {@code host:port} of its gRPC server. */
        @WithDefault("127.0.0.1:19004")
        String address();

        /** Longest that handing over events may take. */
        @WithDefault("PT5S")
        Duration deadline();
    }

    /** A database of Postgres. */
    interface Database {
        /** {@code host:port}; 127.0.0.1:15432. */
        String address();

        /** Its name; freeze. */
        String name();

        /** Who connects; postgres. */
        String user();

        /** Their password; postgres. */
        String password();
    }
}
