package org.stoppayment.freeze.alerts.webhook;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where alerts go: {@code stoppayment.freeze}. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface AlertWebhookConfig {

    /** Where alerts are posted to; nowhere when it is not set. */
    Optional<URI> alertWebhook();
}
