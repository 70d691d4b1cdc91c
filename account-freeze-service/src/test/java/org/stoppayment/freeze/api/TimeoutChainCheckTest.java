package org.stoppayment.freeze.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.InstitutionTimeout;

/** Nobody is given up who may still answer. */
class TimeoutChainCheckTest {

    private static final Duration DEADLINE = InstitutionTimeout.MAX.plusMillis(500);

    @Test
    void whoWaitsLongerThanWhatIsWaitedForMayStart() {
        assertThatCode(() -> TimeoutChainCheck.check(DEADLINE, DEADLINE.plusMillis(500)))
                .doesNotThrowAnyException();
    }

    @Test
    void deadlineThatTheSlowestInstitutionOutlivesIsRefused() {
        assertThatThrownBy(() -> TimeoutChainCheck.check(DEADLINE.minusMillis(1), Duration.ofMinutes(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("stoppayment.gateway.deadline: PT5.499S (expected: PT5.5S or more")
                .hasMessageContaining("registry of institutions");
    }

    @Test
    void leaseThatACallToTheGatewayOutlivesIsRefused() {
        assertThatThrownBy(() -> TimeoutChainCheck.check(Duration.ofSeconds(9), Duration.ofSeconds(9)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("stoppayment.freeze.lease: PT9S (expected: PT9.5S or more")
                .hasMessageContaining("stoppayment.gateway.deadline, PT9S");
    }
}
