package org.stoppayment.recovery.reports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;

/** A report that takes longer than it may is given up. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@TestProfile(SlowReportTest.NoTime.class)
class SlowReportTest extends ReportFixture {

    /** Not enough to plan the statement. */
    public static class NoTime implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.reports.time-limit", "PT0.001S");
        }
    }

    @Test
    void reportThatTakesTooLongIsRefusedWithItsReason() {
        assertThatThrownBy(this::figures)
                .hasMessageStartingWith("FAILED_PRECONDITION")
                .hasMessageContaining("expected: a shorter period");
    }
}
