package org.stoppayment.recovery.payments.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The connection to account-freeze, which is told of payments: {@code stoppayment.freeze}. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface FreezeConfig {

    /** {@code host:port} of its gRPC server. */
    @WithDefault("127.0.0.1:19002")
    String address();

    /** Maximum duration of a call to it. */
    @WithDefault("PT5S")
    Duration deadline();
}
