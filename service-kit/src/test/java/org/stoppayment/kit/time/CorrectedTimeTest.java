package org.stoppayment.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.work.Jobs;

class CorrectedTimeTest {

    private static final Jobs JOBS = new Jobs(new SimpleMeterRegistry());
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theOffsetIsAddedAndTheSourceStaysReadable() {
        CorrectedTime time = new CorrectedTime(InstantSource.fixed(NOON));
        assertThat(time.instant()).isEqualTo(NOON);
        time.correctBy(Duration.ofSeconds(-90));
        assertThat(time.instant()).isEqualTo("2026-03-01T11:58:30Z");
        assertThat(time.uncorrected()).isEqualTo(NOON);
        assertThat(time.offset()).isEqualTo(Duration.ofSeconds(-90));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 0, 3_600})
    void aHostWhoseClockIsOffGetsTheTimeOfTheDatabase(long secondsOff) {
        CorrectedTime time = new CorrectedTime(
                () -> SystemTime.SOURCE.instant().plusSeconds(secondsOff)); // the database runs on this very host
        Pool pool = TestDatabase.pool(1);
        try {
            new DatabaseOffset(time, pool, JOBS).measure().await().indefinitely();
        } finally {
            pool.close().await().indefinitely();
        }
        assertThat(time.instant()).isCloseTo(SystemTime.SOURCE.instant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void aDatabaseThatCannotBeAskedForItsTimeIsTold() {
        CorrectedTime time = new CorrectedTime(InstantSource.fixed(NOON));
        Pool pool = TestDatabase.pool(1);
        DatabaseOffset offset = new DatabaseOffset(time, pool, JOBS);
        pool.close().await().indefinitely();
        try (LogListener log = LogListener.start()) {
            offset.everyHalfMinute().await().indefinitely();
            assertThat(log.alarms()).singleElement().asString().contains("Job clock-offset fails");
        }
        assertThat(time.offset()).isZero();
    }

    @Test
    void openingAConnectionDoesNotCountAsAnOffset() {
        // A clock that ticks a minute each time it is read: it is read twice, around the query, and never before.
        Instant[] now = {NOON};
        CorrectedTime time = new CorrectedTime(() -> now[0] = now[0].plusSeconds(60));
        Pool pool = TestDatabase.pool(1);
        try {
            new DatabaseOffset(time, pool, JOBS).measure().await().indefinitely();
        } finally {
            pool.close().await().indefinitely();
        }
        assertThat(now[0]).isEqualTo(NOON.plusSeconds(120));
        Instant middle = NOON.plusSeconds(90);
        assertThat(middle.plus(time.offset())).isCloseTo(SystemTime.SOURCE.instant(), within(5, ChronoUnit.SECONDS));
    }
}
