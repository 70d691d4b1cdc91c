package org.stoppayment.freeze.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.domain.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.domain.StopOrder.Progress;

class DueTimesTest {

    private static final long SEED = 20160086;

    @Test
    void orderThatWasNeverTriedIsDueAtOnce() {
        assertThat(wait(Phase.QUEUED, Progress.NONE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 5000", "6, 5000", "1000, 5000"})
    void whatCouldNotBeSentIsTriedAgainWithinADoublingTime(int unsent, long mostMillis) {
        assertSpread(Phase.QUEUED, new Progress(0, 0, unsent, Optional.of(NOON), "", "", List.of()), mostMillis);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 2000", "2, 4000", "3, 8000", "4, 16000", "5, 30000", "6, 30000", "100000, 30000"})
    void inquiriesComeWithinADoublingTime(int inquiries, long mostMillis) {
        assertSpread(Phase.IN_DOUBT, new Progress(1, inquiries, 0, Optional.of(NOON), "", "", List.of()), mostMillis);
    }

    @Test
    void senderIsGivenItsLeaseAndAnInstitutionItsPatience() {
        assertThat(wait(Phase.SENDING, Progress.NONE)).isEqualTo(Duration.ofSeconds(8));
        assertThat(wait(Phase.ACCEPTED, Progress.NONE)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void stopIsDueAtTheEndOfItsTerm() {
        assertThat(due(Phase.IN_EFFECT, Progress.NONE)).contains(Samples.STOP.expiresAt());
    }

    @Test
    void inquiriesGoOnForAPersonsOrderThatMayHaveArrived() {
        Progress sentOnce = new Progress(1, 9, 0, Optional.of(NOON), "", "", List.of());

        assertThat(wait(Phase.MANUAL, sentOnce)).isEqualTo(Duration.ofSeconds(30));
        assertThat(due(Phase.MANUAL, Progress.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "LAPSED", "LIFTED", "DECLINED", "HELD_BY_OTHER"})
    void whatHasEndedIsNeverDue(Phase ended) {
        assertThat(due(ended, Progress.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "5, 5000"})
    void messageThatCouldNotBeSentIsTriedAgainWithinADoublingTime(int failures, long mostMillis) {
        assertSpread(times -> due(times, FollowUp.State.QUEUED, failures), mostMillis);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "2, 2000", "6, 30000"})
    void messageInDoubtIsInquiredAfterWithinADoublingTime(int failures, long mostMillis) {
        assertSpread(times -> due(times, FollowUp.State.IN_DOUBT, failures), mostMillis);
    }

    @Test
    void messageIsGivenTheSameLeaseAndPatienceAsAnOrder() {
        DueTimes times = times(new Random(SEED));

        assertThat(due(times, FollowUp.State.QUEUED, 0)).contains(NOON);
        assertThat(due(times, FollowUp.State.SENDING, 0)).contains(NOON.plusSeconds(8));
        assertThat(due(times, FollowUp.State.ACCEPTED, 0)).contains(NOON.plusSeconds(15));
        assertThat(due(times, FollowUp.State.DONE, 0)).isEmpty();
        assertThat(due(times, FollowUp.State.DECLINED, 0)).isEmpty();
    }

    private static void assertSpread(Phase phase, Progress progress, long mostMillis) {
        StopOrder order = Samples.order(Samples.state(phase), progress);
        assertSpread(times -> times.next(order, Samples.DOUBT, NOON), mostMillis);
    }

    /** Full jitter: never later than the most, and both ends of it are used. */
    private static void assertSpread(Function<DueTimes, Optional<Instant>> due, long mostMillis) {
        DueTimes times = times(new Random(SEED));
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 2000; i++) {
            long millis = Duration.between(NOON, due.apply(times).orElseThrow()).toMillis();
            least = Math.min(least, millis);
            most = Math.max(most, millis);
        }
        assertThat(least).isBetween(1L, mostMillis / 10);
        assertThat(most).isBetween(mostMillis - mostMillis / 10, mostMillis);
    }

    private static Duration wait(Phase phase, Progress progress) {
        return Duration.between(NOON, due(phase, progress).orElseThrow());
    }

    private static Optional<Instant> due(Phase phase, Progress progress) {
        return times(new Random(SEED)).next(Samples.order(Samples.state(phase), progress), Samples.DOUBT, NOON);
    }

    private static Optional<Instant> due(DueTimes times, FollowUp.State state, int failures) {
        return times.next(Samples.followUp(state, failures), Samples.DOUBT, NOON);
    }

    private static DueTimes times(RandomGenerator random) {
        return new DueTimes(
                Duration.ofSeconds(8), Duration.ofSeconds(15), Duration.ofMillis(500), Duration.ofSeconds(5), random);
    }
}
