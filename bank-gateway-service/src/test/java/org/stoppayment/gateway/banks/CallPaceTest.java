package org.stoppayment.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPaceTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SEED = 20160086;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 500, 10_000})
    void noSecondHasMoreCallsThanAgreedHoweverTheyCome(int perSecond) {
        Random random = new Random(SEED);
        CallPace pace = new CallPace(perSecond, -5);
        List<Long> calls = new ArrayList<>();
        for (long now = -5; now < 4 * SECOND; ) {
            if (pace.waitNanos(now) == 0) {
                pace.count(now);
                calls.add(now);
            } else {
                now += pace.waitNanos(now);
            }
            // Late timers, calls that come now and then, and pauses.
            now += random.nextInt(1 + perSecond) == 0
                    ? random.nextLong(SECOND / 2)
                    : random.nextLong(1 + 2 * SECOND / perSecond / 10);
        }

        assertThat(calls).hasSizeGreaterThan(perSecond);
        assertThat(IntStream.range(perSecond, calls.size()).mapToLong(i -> calls.get(i) - calls.get(i - perSecond)))
                .as("time that one call more than agreed takes, seed %d", SEED)
                .allMatch(nanos -> nanos >= SECOND);
    }

    @Test
    void backlogIsSpacedEvenly() {
        List<Long> calls = backlog(500, 0, 2 * SECOND);

        assertThat(calls.size()).isBetween(970, 1_000);
        assertThat(IntStream.range(0, 19).map(tenth -> in(calls, tenth * SECOND / 10, (tenth + 1) * SECOND / 10)))
                .allMatch(inTenth -> inTenth >= 48 && inTenth <= 60);
    }

    @Test
    void whatALateTimerCostsIsMadeUpFor() {
        assertThat(backlog(500, 5 * MILLISECOND, 2 * SECOND).size()).isBetween(970, 1_000);
    }

    @Test
    void idleTimeIsNotSavedUp() {
        CallPace pace = new CallPace(2, 0);
        long now = 60 * SECOND;

        pace.count(now);

        assertThat(pace.waitNanos(now)).isBetween(480 * MILLISECOND, 500 * MILLISECOND);
    }

    /** Moments of the calls when there is always one that waits, and timers are late. */
    private static List<Long> backlog(int perSecond, long lateNanos, long until) {
        CallPace pace = new CallPace(perSecond, 0);
        List<Long> calls = new ArrayList<>();
        for (long now = 0; now < until; ) {
            long wait = pace.waitNanos(now);
            if (wait > 0) {
                now += wait + lateNanos;
            } else {
                pace.count(now);
                calls.add(now);
            }
        }
        return calls;
    }

    private static int in(List<Long> calls, long from, long to) {
        return Math.toIntExact(
                calls.stream().filter(call -> call >= from && call < to).count());
    }
}
