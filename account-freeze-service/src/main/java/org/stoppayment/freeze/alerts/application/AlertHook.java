package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.stoppayment.freeze.alerts.domain.Alert;

/** Where alerts are posted to. */
public interface AlertHook {

    /** How long a post may take. */
    Duration TIMEOUT = Duration.ofSeconds(3);

    /** Most posts under way at once. */
    int MAX_AT_ONCE = 32;

    /** False when nobody is to be told. */
    boolean isSet();

    /** Posts an alert; fails unless it was taken within {@link #TIMEOUT}. */
    Uni<Void> post(Alert alert);
}
