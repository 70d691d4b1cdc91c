package org.stoppayment.freeze.books.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** fund-recovery, to which events go: {@code stoppayment.recovery}. */
@ConfigMapping(prefix = "stoppayment.recovery")
public interface RecoveryConfig {

    /** {@code host:port} of its gRPC server. */
    @WithDefault("127.0.0.1:19004")
    String address();

    /** Longest that handing over events may take. */
    @WithDefault("PT5S")
    Duration deadline();
}
