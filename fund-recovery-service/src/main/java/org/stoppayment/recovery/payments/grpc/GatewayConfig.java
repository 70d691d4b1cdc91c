package org.stoppayment.recovery.payments.grpc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The connection to bank-gateway, which reaches the institutions: {@code stoppayment.gateway}. */
@ConfigMapping(prefix = "stoppayment.gateway")
public interface GatewayConfig {

    /** {@code host:port} of its gRPC server. */
    @WithDefault("127.0.0.1:19003")
    String address();

    /** Maximum duration of a call to it; longer than the longest time-out of an institution, PT5S. */
    @WithDefault("PT6S")
    Duration deadline();
}
