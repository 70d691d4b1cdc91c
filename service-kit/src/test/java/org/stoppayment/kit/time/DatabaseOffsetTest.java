package org.stoppayment.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kit.TestDatabase;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.work.Jobs;

/**
 * Tests with a real database whose clock a test sets, and with a host's clock and a nanosecond counter that a test sets. The true
 * time is noon when the counter is 0.
 */
class DatabaseOffsetTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Pool pool = TestDatabase.pool(1);
    private final Deque<Duration> readings = new ArrayDeque<>();
    private Duration passed = Duration.ZERO;
    private Duration hostIsAhead = Duration.ZERO;
    private final CorrectedTime time = new CorrectedTime(() -> truth().plus(hostIsAhead), this::nanoTime);
    private final DatabaseOffset offset = new DatabaseOffset(time, pool, new Jobs(new SimpleMeterRegistry()));

    /** The true time, which is the database's. */
    private Instant truth() {
        return NOON.plus(passed);
    }

    /** The nanosecond counter; while a sample is taken, each reading returns the next value of the script. */
    private long nanoTime() {
        if (!readings.isEmpty()) {
            passed = readings.pop();
        }
        return passed.toNanos();
    }

    @BeforeEach
    void replaceTheDatabasesClock() {
        TestDatabase.run(pool, """
                CREATE SCHEMA IF NOT EXISTS fake;
                CREATE OR REPLACE FUNCTION fake.clock_timestamp() RETURNS timestamptz LANGUAGE sql
                    AS 'SELECT current_setting(''fake.time'')::timestamptz';
                SET search_path = fake, pg_catalog, public
                """);
    }

    @AfterEach
    void close() {
        pool.close().await().indefinitely();
    }

    /** Takes a sample: the request is sent at {@code asked}, the database's clock read at {@code read}, the answer received at {@code answered}. */
    private void sample(Duration asked, Duration read, Duration answered) {
        script(asked, read, answered);
        offset.measure().await().indefinitely();
    }

    private void script(Duration asked, Duration read, Duration answered) {
        TestDatabase.run(pool, "SET fake.time = '" + NOON.plus(read) + "'");
        readings.addAll(List.of(asked, answered));
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, 0, 600_000})
    void timeIsTheDatabasesTimeWhenTheHostsClockIsOff(long ahead) {
        hostIsAhead = ms(ahead);

        sample(ms(1_000), ms(1_010), ms(1_030));

        assertThat(time.instant()).isEqualTo(NOON.plusMillis(1_010)); // late by the return trip of 20 ms
        assertThat(time.offset()).isEqualTo(ms(-20 - ahead));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_001, 1_250, 1_499, 1_500})
    void timeIsNeverAheadOfTheDatabases(long read) {
        sample(ms(1_000), ms(read), ms(1_500));

        for (long later : new long[] {1_500, 2_000, 31_500}) {
            passed = ms(later);
            assertThat(Duration.between(time.instant(), truth())).isEqualTo(ms(1_500 - read));
        }
    }

    @Test
    void stepOfTheHostsClockBetweenSamplesHasNoEffect() {
        sample(ms(0), ms(0), ms(0));
        passed = ms(20_000);

        hostIsAhead = Duration.ofMinutes(10);

        assertThat(time.instant()).isEqualTo(truth());
    }

    @Test
    void slowSampleIsDropped() {
        sample(ms(0), ms(0), ms(0));

        sample(ms(30_000), ms(30_000), ms(30_501));

        assertThat(time.instant()).isEqualTo(truth());
        assertThat(time.sinceAnchored()).contains(ms(30_501));
    }

    @Test
    void firstSampleIsUsedEvenWhenSlow() {
        hostIsAhead = Duration.ofMinutes(10);

        sample(ms(0), ms(1_000), ms(8_000));

        assertThat(time.instant()).isEqualTo(NOON.plusMillis(1_000));
    }

    @Test
    void missingGoodSamplesAreLoggedOnce() {
        sample(ms(0), ms(0), ms(0));
        try (LogListener log = LogListener.start()) {
            slowSampleAt(Duration.ofMinutes(4));
            assertThat(log.alarms()).isEmpty();

            slowSampleAt(Duration.ofMinutes(5));
            slowSampleAt(Duration.ofMinutes(6));
            assertThat(log.alarms())
                    .singleElement()
                    .asString()
                    .contains("Job clock-offset fails", "PT8S (expected: at most PT0.5S)", "PT5M8S old");
        }
        assertThat(time.instant()).isEqualTo(truth());
    }

    private void slowSampleAt(Duration asked) {
        script(asked, asked, asked.plusSeconds(8));
        offset.everyHalfMinute().await().indefinitely();
    }

    @Test
    void wrongHostClockIsLoggedOnce() {
        hostIsAhead = ms(2_001);
        try (LogListener log = LogListener.start()) {
            sample(ms(0), ms(0), ms(0));
            sample(ms(30_000), ms(30_000), ms(30_000));
            assertThat(log.alarms()).singleElement().asString().contains("clock is PT-2.001S off the database's");
        }
    }

    @Test
    void waitingForAConnectionIsNotPartOfTheRoundTrip() {
        script(ms(1_000), ms(1_010), ms(1_030));
        SqlConnection others = pool.getConnection().await().indefinitely();
        CompletableFuture<Void> measured =
                offset.measure().subscribeAsCompletionStage().toCompletableFuture();
        assertThat(readings).as("the counter was not read yet").hasSize(2);

        others.close().await().indefinitely();
        measured.join();

        assertThat(time.instant()).isEqualTo(NOON.plusMillis(1_010));
    }

    @Test
    void unavailableDatabaseIsLogged() {
        Pool gone = TestDatabase.pool(1);
        gone.close().await().indefinitely();
        try (LogListener log = LogListener.start()) {
            new DatabaseOffset(time, gone, new Jobs(new SimpleMeterRegistry()))
                    .everyHalfMinute()
                    .await()
                    .indefinitely();
            assertThat(log.alarms()).singleElement().asString().contains("Job clock-offset fails");
        }
        assertThat(time.sinceAnchored()).isEmpty();
    }
}
