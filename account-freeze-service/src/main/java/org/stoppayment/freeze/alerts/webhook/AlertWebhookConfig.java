package org.stoppayment.freeze.alerts.webhook;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where alerts are posted: {@code stoppayment.freeze}. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface AlertWebhookConfig {

    /** Address that alerts are posted to; none are posted when it is not set. */
    Optional<URI> alertWebhook();
}
