package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;

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
import org.stoppayment.freeze.shared.domain.Jitter;

class OrderDueTimesTest {

    private static final long SEED = 20160086;
    private static final SendingProgress SENT = new SendingProgress(1, 0, 0, Optional.empty());

    @Test
    void orderThatWasNeverTriedIsDueAtOnce() {
        assertThat(wait(Phase.QUEUED, SendingProgress.NONE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 5000", "6, 5000", "1000, 5000"})
    void whatCouldNotBeSentIsTriedAgainWithinADoublingTime(int unsent, long mostMillis) {
        assertSpread(Phase.QUEUED, new SendingProgress(0, 0, unsent, Optional.of(NOON)), mostMillis);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 2000", "2, 4000", "3, 8000", "4, 16000", "5, 30000", "6, 30000", "100000, 30000"})
    void inquiriesComeWithinADoublingTime(int inquiries, long mostMillis) {
        assertSpread(Phase.IN_DOUBT, new SendingProgress(1, inquiries, 0, Optional.of(NOON)), mostMillis);
    }

    @Test
    void senderIsGivenItsLeaseAndAnInstitutionItsPatience() {
        assertThat(wait(Phase.SENDING, SendingProgress.NONE)).isEqualTo(Duration.ofSeconds(8));
        assertThat(wait(Phase.ACCEPTED, SendingProgress.NONE)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void stopIsDueAtTheEndOfItsTerm() {
        assertThat(due(Phase.IN_EFFECT, SendingProgress.NONE)).contains(Samples.STOP.expiresAt());
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
    void endOfTheTermIsNoReasonToLookAtAStopThatAwaitsAFreeze() {
        StopOrder awaiting = FreezeOfStop.awaited(Samples.order(Phase.IN_EFFECT), Samples.ORDER, NOON)
                .orElseThrow()
                .after();

        assertThat(next(awaiting, NOON)).isEmpty();
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
        StopOrder byTelephone = Samples.order(
                Samples.state(Phase.IN_EFFECT), SendingProgress.NONE, new AwaitedBookings(Optional.of(NOON), 0));

        assertThat(next(byTelephone, NOON)).contains(NOON.plus(Duration.ofMinutes(10)));
        assertThat(next(overdue(Phase.IN_EFFECT, 0), NOON)).contains(Samples.STOP.expiresAt());
    }

    @Test
    void inquiriesGoOnForAPersonsOrderThatMayHaveArrived() {
        SendingProgress sentOnce = new SendingProgress(1, 9, 0, Optional.of(NOON));

        assertThat(wait(Phase.MANUAL, sentOnce)).isEqualTo(Duration.ofSeconds(30));
        assertThat(due(Phase.MANUAL, SendingProgress.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "LAPSED", "LIFTED", "DECLINED", "HELD_BY_OTHER"})
    void whatHasEndedIsNeverDue(Phase ended) {
        assertThat(due(ended, SendingProgress.NONE)).isEmpty();
    }

    private static void assertSpread(Phase phase, SendingProgress progress, long mostMillis) {
        assertSpread(Samples.order(Samples.state(phase), progress), mostMillis);
    }

    private static void assertSpread(StopOrder order, long mostMillis) {
        assertSpread(times -> times.next(order, Samples.DOUBT, NOON), mostMillis);
    }

    /** Full jitter: never later than the most, and both ends of it are used. */
    private static void assertSpread(Function<OrderDueTimes, Optional<Instant>> due, long mostMillis) {
        OrderDueTimes times = times(new Random(SEED));
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

    private static StopOrder awaiting(Phase phase, Instant since, int inquiries) {
        return Samples.order(Samples.state(phase), SENT, new AwaitedBookings(Optional.of(since), inquiries));
    }

    private static StopOrder overdue(Phase phase, int attempts) {
        SendingProgress progress = new SendingProgress(attempts, 0, 0, Optional.empty());
        return Samples.order(Samples.state(phase), progress, new AwaitedBookings(Optional.of(NOON), 30))
                .flagged(OrderFlag.BOOKINGS_INCOMPLETE);
    }

    private static Optional<Instant> next(StopOrder order, Instant now) {
        return times(new Random(SEED)).next(order, Samples.DOUBT, now);
    }

    private static Duration wait(Phase phase, SendingProgress progress) {
        return Duration.between(NOON, due(phase, progress).orElseThrow());
    }

    private static Optional<Instant> due(Phase phase, SendingProgress progress) {
        return times(new Random(SEED)).next(Samples.order(Samples.state(phase), progress), Samples.DOUBT, NOON);
    }

    private static OrderDueTimes times(RandomGenerator random) {
        return new OrderDueTimes(
                Duration.ofSeconds(8),
                Duration.ofSeconds(15),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                new Jitter(random));
    }
}
