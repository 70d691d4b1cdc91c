package org.stoppayment.freeze.alerts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.WebhookSignature;

/** The signatures of posted alerts, and which secrets are refused when the service starts. */
class AlertSignerTest {

    private static final String NEW = "whsec_bmV3LXNlY3JldC1vZi10aGUtYWxlcnRz";
    private static final String OLD = "whsec_b2xkLXNlY3JldC1vZi10aGUtYWxlcnRz";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void receiverThatStillHasTheOldSecretAcceptsWhatIsSignedDuringTheChange() {
        String header = AlertSigner.of(List.of(NEW, OLD)).sign("id", NOW, BODY);

        assertThat(new WebhookSignature(OLD).verify("id", Long.toString(NOW.getEpochSecond()), header, BODY, NOW))
                .isTrue();
        assertThat(new WebhookSignature(NEW).verify("id", Long.toString(NOW.getEpochSecond()), header, BODY, NOW))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-a-secret", "whsec_", "whsec_c2hvcnQ=", "whsec_bmV3LXNlY3JldC1vZi10aGUtYWxlcnRz!"})
    void malformedSecretIsRefusedByTheNameOfItsKeyAndIsNotShown(String secret) {
        assertThatThrownBy(() -> AlertSigner.of(List.of(NEW, secret)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "stoppayment.freeze.alert-webhook-secrets[1]: *** (expected: whsec_ and base64 of 16 bytes or more)");
    }

    @Test
    void addressWithoutASecretIsRefused() {
        assertThatThrownBy(() -> AlertSigner.of(List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("stoppayment.freeze.alert-webhook-secrets: none");
    }
}
