package org.stoppayment.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Configuration of the gateway. Environment variables: {@code STOPPAYMENT_REGISTRY}, {@code STOPPAYMENT_FREEZE_ADDRESS},
 * {@code STOPPAYMENT_RECOVERY_ADDRESS}.
 */
@ConfigMapping(prefix = "stoppayment")
public interface GatewayConfig {

    /** YAML file with the institutions; its format is described in {@code config/institutions.yaml}. */
    @WithDefault("config/institutions.yaml")
    Path registry();

    /** account-freeze, which records feedback. */
    Freeze freeze();

    /** fund-recovery, which records feedback about refunds. */
    Recovery recovery();

    /** When the circuit of an institution opens and closes. */
    Circuit circuit();

    /** What institutions call back. */
    Callback callback();

    /** Limits of callbacks. */
    interface Callback {
        /** How long a body may take to arrive. */
        @WithDefault("PT10S")
        Duration bodyDeadline();

        /** Memory for all bodies whose signature has not been verified yet. A quarter is kept for bodies up to 64 KiB. */
        @WithDefault("32M")
        MemorySize maxUnsignedBytes();

        /** Refused callbacks that one source (an address and an institution) may send before it gets 429. */
        @WithDefault("100")
        int refusalBurst();

        /** Refused callbacks a second that one source may send after that. */
        @WithDefault("10")
        int refusalsPerSecond();
    }

    /** account-freeze. */
    interface Freeze {
        /** {@code host:port} of its gRPC server. */
        @WithDefault("127.0.0.1:19002")
        String address();

        /** Time-out of the delivery of one feedback. */
        @WithDefault("PT2S")
        Duration timeout();
    }

    /** fund-recovery. */
    interface Recovery {
        /** {@code host:port} of its gRPC server. */
        @WithDefault("127.0.0.1:19004")
        String address();

        /** Time-out of the delivery of one feedback. */
        @WithDefault("PT2S")
        Duration timeout();
    }

    /** A circuit opens when too many of the last calls got no answer or no connection. */
    interface Circuit {
        /** Number of recent calls that are evaluated. */
        @WithDefault("20")
        int window();

        /** Ratio of failed calls that opens the circuit; more than 0 and at most 1. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long it stays open before one call is tried. */
        @WithDefault("PT5S")
        Duration delay();
    }
}
