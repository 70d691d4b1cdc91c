package org.stoppayment.freeze.api.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.work.Jobs;

/** Work that cannot be done is told of by the name of its job, whichever it is. */
@QuarkusTest
class DueWorkTimersTest extends FreezeFixture {

    /** What each job cannot do without. */
    private static final Map<String, String> COLUMNS = Map.of(
            "orders", "stop_order.due_at",
            "claims", "claim.due_at",
            "follow-ups", "follow_up.due_at",
            "alerts", "stop_order.first_failure_at",
            "lapse-warnings", "stop_order.warn_at",
            "alert-posts", "alert.due_at",
            "dissuasion-list", "inflow.screening_due_at");

    @Inject
    DueWorkTimers work;

    @Inject
    MeterRegistry registry;

    @AfterEach
    void mend() {
        work.stop();
        COLUMNS.values().forEach(column -> rename(column, "gone_", ""));
    }

    @Test
    void everyJobThatFailsIsCountedAndToldOnceAndSoIsThatItWorksAgain() {
        COLUMNS.values().forEach(column -> rename(column, "", "gone_"));
        try (LogListener log = LogListener.start()) {
            work.look(Duration.ofMillis(50));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(COLUMNS.keySet())
                    .allSatisfy(job -> assertThat(failures(job)).isGreaterThan(1)));
            assertThat(COLUMNS.keySet()).allSatisfy(job -> assertThat(told(log, job, "fails and is tried again"))
                    .singleElement()
                    .asString()
                    .contains("SQLSTATE 42703"));

            COLUMNS.values().forEach(column -> rename(column, "gone_", ""));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(COLUMNS.keySet())
                    .allSatisfy(job -> assertThat(told(log, job, "works again")).hasSize(1)));
        }
    }

    private static List<String> told(LogListener log, String job, String what) {
        return log.lines().stream()
                .filter(line -> line.contains("Job " + job + " " + what))
                .toList();
    }

    private double failures(String job) {
        return registry.get("stoppayment.work.failures")
                .tag(Jobs.TAG, job)
                .counter()
                .count();
    }

    private void rename(String tableAndColumn, String from, String to) {
        String[] parts = tableAndColumn.split("\\.", 2);
        boolean there = database.number(
                        "SELECT count(*) FROM information_schema.columns WHERE table_name = ? AND column_name = ?",
                        parts[0],
                        from + parts[1])
                > 0;
        if (there) {
            database.execute(
                    "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(parts[0], from + parts[1], to + parts[1]));
        }
    }
}
