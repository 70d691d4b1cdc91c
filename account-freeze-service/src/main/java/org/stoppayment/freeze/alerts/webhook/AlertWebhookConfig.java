package org.stoppayment.freeze.alerts.webhook;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where alerts are posted: {@code stoppayment.freeze}. */
@ConfigMapping(prefix = "stoppayment.freeze")
public interface AlertWebhookConfig {

    /** Address that alerts are posted to; none are posted when it is not set. */
    Optional<URI> alertWebhook();

    /**
     * Secrets that sign each alert, separated by commas: {@code whsec_} and base64 of 16 bytes or more each. Required with an address.
     * While a secret is replaced there are two, and each alert has a signature of both.
     */
    Optional<List<String>> alertWebhookSecrets();
}
