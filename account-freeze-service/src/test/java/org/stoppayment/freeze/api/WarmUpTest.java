package org.stoppayment.freeze.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kit.testing.ReadyService;

/** What a warm-up leaves behind. */
@QuarkusTest
@TestProfile(WarmUpTest.WarmUp.class)
class WarmUpTest extends FreezeFixture {

    private static final int RUNS = 24;
    private static final int ORDERS_A_RUN = 6;

    /** Turns the warm-up on. */
    public static class WarmUp implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stoppayment.warm-up.runs", "" + RUNS, "stoppayment.warm-up.max-time", "PT60S");
        }
    }

    @Inject
    MeterRegistry registry;

    /** Nothing is deleted: what the warm-up left behind must be seen. */
    @Override
    @BeforeEach
    protected void cleanSlate() {
        ReadyService.await();
    }

    @Test
    void casesAreFollowedToTheNextLevelAndRolledBackBeforeTheServiceIsReady() {
        for (String table : List.of(
                "inbox",
                "stop_order",
                "claim",
                "trace",
                "traced_transfer",
                "reported_transfer",
                "outflow",
                "outbox",
                "alert")) {
            assertThat(database.number("SELECT count(*) FROM " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(world.gateway.sends()).isEmpty();
        assertThat(world.recovery.events()).isZero();
        assertThat(ReadyService.countedCalls(registry)).isEmpty();
        // The server counts rows of transactions that were rolled back, too, and shows it a little later.
        await().atMost(PATIENCE)
                .until(() -> database.number("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'stop_order'")
                        == RUNS * ORDERS_A_RUN);
    }
}
