package org.stoppayment.freeze.alerts.webhook;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stoppayment.kernel.WebhookSignature;

/** Signs posted alerts as in Standard Webhooks, with each of several secrets, so that one can replace another. */
final class AlertSigner {

    private static final String KEY = "stoppayment.freeze.alert-webhook-secrets";
    private static final String EXPECTED = " (expected: whsec_ and base64 of 16 bytes or more)";

    private final List<WebhookSignature> signatures;

    private AlertSigner(List<WebhookSignature> signatures) {
        this.signatures = List.copyOf(signatures);
    }

    /** Signs with {@code secrets}, at least one; fails with {@link ConfigurationException}, which names the key and no secret. */
    static AlertSigner of(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new ConfigurationException(KEY + ": none" + EXPECTED);
        }
        List<WebhookSignature> signatures = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            try {
                signatures.add(new WebhookSignature(secrets.get(i).strip()));
            } catch (IllegalArgumentException malformed) {
                throw new ConfigurationException(KEY + "[" + i + "]: ***" + EXPECTED);
            }
        }
        return new AlertSigner(signatures);
    }

    /** The signature header of an alert: one signature for each secret, separated by spaces. */
    String sign(String id, Instant at, byte[] body) {
        return signatures.stream()
                .map(signature -> signature.sign(id, at, body))
                .collect(Collectors.joining(" "));
    }
}
