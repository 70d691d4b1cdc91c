package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.stoppayment.freeze.alerts.domain.AlertView;

/** Port: posts alerts. */
public interface AlertHook {

    /** Maximum duration of a post. */
    Duration TIMEOUT = Duration.ofSeconds(3);

    /** Maximum number of concurrent posts. */
    int MAX_AT_ONCE = 32;

    /** True when there is an address to post to. */
    boolean isSet();

    /** Posts an alert; fails unless it was taken within {@link #TIMEOUT}. */
    Uni<Void> post(AlertView alert);
}
