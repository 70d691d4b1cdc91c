package org.stoppayment.freeze.orders.grpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** bank-gateway, by which institutions are reached: {@code stoppayment.gateway}. */
@ConfigMapping(prefix = "stoppayment.gateway")
public interface GatewayConfig {

    /** {@code host:port} of its gRPC server. */
    @WithDefault("127.0.0.1:19003")
    String address();

    /** Longest that a call to it may take; longer than the longest time-out of an institution, PT5S. */
    @WithDefault("PT6S")
    Duration deadline();
}
