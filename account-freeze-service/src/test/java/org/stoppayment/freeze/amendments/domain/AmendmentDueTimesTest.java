package org.stoppayment.freeze.amendments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.freeze.orders.domain.Samples;
import org.stoppayment.freeze.shared.domain.Jitter;

class AmendmentDueTimesTest {

    private static final long SEED = 20160086;

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "5, 5000"})
    void messageThatCouldNotBeSentIsTriedAgainWithinADoublingTime(int failures, long mostMillis) {
        assertSpread(times -> due(times, AmendmentState.QUEUED, failures), mostMillis);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "2, 2000", "6, 30000"})
    void messageInDoubtIsInquiredAfterWithinADoublingTime(int failures, long mostMillis) {
        assertSpread(times -> due(times, AmendmentState.IN_DOUBT, failures), mostMillis);
    }

    @Test
    void messageIsGivenTheSameLeaseAndPatienceAsAnOrder() {
        AmendmentDueTimes times = times(new Random(SEED));

        assertThat(due(times, AmendmentState.QUEUED, 0)).contains(NOON);
        assertThat(due(times, AmendmentState.SENDING, 0)).contains(NOON.plusSeconds(8));
        assertThat(due(times, AmendmentState.ACCEPTED, 0)).contains(NOON.plusSeconds(15));
        assertThat(due(times, AmendmentState.DONE, 0)).isEmpty();
        assertThat(due(times, AmendmentState.DECLINED, 0)).isEmpty();
    }

    /** Full jitter: never later than the most, and both ends of it are used. */
    private static void assertSpread(Function<AmendmentDueTimes, Optional<Instant>> due, long mostMillis) {
        AmendmentDueTimes times = times(new Random(SEED));
        long min = Long.MAX_VALUE;
        long max = 0;
        for (int i = 0; i < 2000; i++) {
            long millis = Duration.between(NOON, due.apply(times).orElseThrow()).toMillis();
            min = Math.min(min, millis);
            max = Math.max(max, millis);
        }
        assertThat(min).isBetween(1L, mostMillis / 10);
        assertThat(max).isBetween(mostMillis - mostMillis / 10, mostMillis);
    }

    private static Optional<Instant> due(AmendmentDueTimes times, AmendmentState state, int failures) {
        return times.next(AmendmentSamples.amendment(state, failures), Samples.DOUBT, NOON);
    }

    private static AmendmentDueTimes times(RandomGenerator random) {
        return new AmendmentDueTimes(
                Duration.ofSeconds(8),
                Duration.ofSeconds(15),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                new Jitter(random));
    }
}
