package org.stoppayment.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** All that can be set. Environment variables: {@code STOPPAYMENT_REGISTRY}, {@code STOPPAYMENT_FREEZE_ADDRESS}. */
@ConfigMapping(prefix = "stoppayment")
public interface GatewayConfig {

    /** YAML file with the institutions; its form is described in {@code config/institutions.yaml}. */
    @WithDefault("config/institutions.yaml")
    Path registry();

    /** account-freeze, to which feedback is handed over. */
    Freeze freeze();

    /** How an institution's circuit opens and closes. */
    Circuit circuit();

    /** account-freeze. */
    interface Freeze {
        /** {@code host:port} of its gRPC server. */
        @WithDefault("127.0.0.1:19002")
        String address();

        /** Longest that handing over one feedback may take. */
        @WithDefault("PT2S")
        Duration timeout();
    }

    /** A circuit opens when too many of the last calls got no answer or no connection. */
    interface Circuit {
        /** Number of last calls that are looked at. */
        @WithDefault("20")
        int window();

        /** Share of failures among them that opens the circuit, more than 0 and at most 1. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long it stays open before one call may try. */
        @WithDefault("PT5S")
        Duration delay();
    }
}
