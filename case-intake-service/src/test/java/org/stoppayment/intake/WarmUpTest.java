package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ReadyService;

/** What a warm-up leaves behind. */
@QuarkusTest
@TestProfile(WarmUpTest.WarmUp.class)
class WarmUpTest extends IntakeTest {

    /** Turns the warm-up on. */
    public static class WarmUp implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.warm-up.runs", "24", "stoppayment.warm-up.max-time", "PT60S");
        }
    }

    @Test
    void reportsAreStoredAndRolledBackBeforeTheServiceIsReady() {
        ReadyService.await();

        assertThat(count("SELECT (SELECT count(*) FROM submission) + (SELECT count(*) FROM fraud_case)"
                        + " + (SELECT count(*) FROM transfer) + (SELECT count(*) FROM outbox)"))
                .isZero();
        assertThat(ReadyService.countedCalls(registry)).isEmpty();
        // The server counts rows of transactions that were rolled back, too, and shows it a little later.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'transfer'") == 24 * 3);
    }
}
