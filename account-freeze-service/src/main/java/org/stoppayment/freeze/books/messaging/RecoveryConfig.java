package org.stoppayment.freeze.books.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The connection to fund-recovery, which takes events: {@code stoppayment.recovery}. */
@ConfigMapping(prefix = "stoppayment.recovery")
public interface RecoveryConfig {

    /** {@code host:port} of its gRPC server. */
    @WithDefault("127.0.0.1:19004")
    String address();

    /** Maximum duration of a delivery of events. */
    @WithDefault("PT5S")
    Duration deadline();
}
