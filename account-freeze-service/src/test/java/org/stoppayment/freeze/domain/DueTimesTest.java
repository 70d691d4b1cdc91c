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

class DueTimesTest {

    private static final long SEED = 20160086;
    private static final Progress SENT = new Progress(1, 0, 0, Optional.empty(), "0000", "", List.of());

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

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 2000", "4, 16000", "5, 30000", "100000, 30000"})
    void bookingsThatAreToComeAreInquiredAfterWithinADoublingTime(int inquiries, long mostMillis) {
        for (Phase phase : List.of(Phase.IN_EFFECT, Phase.LAPSED, Phase.LIFTED, Phase.FROZEN)) {
            assertSpread(awaiting(phase, NOON, inquiries), mostMillis);
        }
    }

    @Test
    void inquiryForBookingsNeverHidesTheEndOfTheTerm() {
        Instant end = Samples.STOP.expiresAt();
        StopOrder awaiting = awaiting(Phase.IN_EFFECT, end.minusSeconds(30), 100);

        for (int i = 0; i < 1000; i++) {
            assertThat(next(awaiting, end.minusMillis(1))).contains(end);
            assertThat(next(awaiting, end.minusSeconds(15)).orElseThrow()).isBeforeOrEqualTo(end);
        }
    }

    @Test
    void bookingsAreInquiredAfterWhenTheBudgetIsSpentAtTheLatest() {
        Instant spent = NOON.plus(Duration.ofMinutes(10));

        assertThat(next(awaiting(Phase.IN_EFFECT, NOON, 9), spent.minusMillis(1)))
                .contains(spent);
        assertThat(next(awaiting(Phase.LAPSED, NOON, 9), spent.minusMillis(1))).contains(spent);
    }

    @Test
    void bookingsThatPeopleWereToldOfAreInquiredAfterSlowlyWhileTheStopStands() {
        assertSpread(overdue(Phase.IN_EFFECT, 1), 600_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "LAPSED", "LIFTED"})
    void bookingsThatPeopleWereToldOfAreNotInquiredAfterOnceTheStopIsOver(Phase ended) {
        assertThat(next(overdue(ended, 1), NOON)).isEmpty();
    }

    @Test
    void institutionThatNeverHadTheOrderIsNotInquiredAfterItsBookings() {
        StopOrder byTelephone =
                Samples.order(Samples.state(Phase.IN_EFFECT), Progress.NONE, new AwaitedBookings(Optional.of(NOON), 0));

        assertThat(next(byTelephone, NOON)).contains(NOON.plus(Duration.ofMinutes(10)));
        assertThat(next(overdue(Phase.IN_EFFECT, 0), NOON)).contains(Samples.STOP.expiresAt());
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
        assertSpread(Samples.order(Samples.state(phase), progress), mostMillis);
    }

    private static void assertSpread(StopOrder order, long mostMillis) {
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

    private static StopOrder awaiting(Phase phase, Instant since, int inquiries) {
        return Samples.order(Samples.state(phase), SENT, new AwaitedBookings(Optional.of(since), inquiries));
    }

    private static StopOrder overdue(Phase phase, int attempts) {
        Progress flagged =
                new Progress(attempts, 0, 0, Optional.empty(), "0000", "", List.of(AwaitedBookings.INCOMPLETE));
        return Samples.order(Samples.state(phase), flagged, new AwaitedBookings(Optional.of(NOON), 30));
    }

    private static Optional<Instant> next(StopOrder order, Instant now) {
        return times(new Random(SEED)).next(order, Samples.DOUBT, now);
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
