package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.RULES;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.Money;

/** What is unknown of a stop, and when it ends by which moment. */
class StopTest {

    private static final Duration TERM = Duration.ofHours(48);
    private static final Optional<Money> SEVEN = Optional.of(Money.ofFen(7));
    private static final Optional<Money> EIGHT = Optional.of(Money.ofFen(8));

    /** A stop whose feedback came at noon, of an order that was placed then. */
    private static Stop stop(Optional<Instant> moment, Optional<Money> balance) {
        return Stop.of(moment, balance, RULES, NOON, NOON);
    }

    private static Stop completed(Stop stop, Optional<Instant> moment, Optional<Money> balance) {
        return stop.completed(moment, balance, RULES, NOON);
    }

    @Test
    void whatIsKnownNeverChanges() {
        Stop known = stop(Optional.of(NOON), SEVEN);

        assertThat(completed(known, Optional.of(NOON.minusSeconds(60)), EIGHT)).isEqualTo(known);
        assertThat(known.isKnown()).isTrue();
    }

    @Test
    void eachIsTakenOnceItIsToldAndNotBefore() {
        Stop unknown = stop(Optional.empty(), Optional.empty());
        assertThat(completed(unknown, Optional.empty(), Optional.empty())).isEqualTo(unknown);

        Stop withBalance = completed(unknown, Optional.empty(), SEVEN);
        assertThat(withBalance.isKnown()).isFalse();
        assertThat(withBalance.expiresAt()).isEqualTo(NOON.plus(TERM));
        Stop whole = completed(withBalance, Optional.of(NOON.minusSeconds(60)), EIGHT);

        assertThat(whole).isEqualTo(stop(Optional.of(NOON.minusSeconds(60)), SEVEN));
    }

    @Test
    void secondTermMovesWithTheMomentThatBecomesKnown() {
        Stop extended = stop(Optional.empty(), SEVEN).extendedTo(NOON.plus(TERM).plus(TERM));

        Stop known = completed(extended, Optional.of(NOON.minusSeconds(60)), Optional.empty());

        assertThat(known.extended()).isTrue();
        assertThat(known.expiresAt()).isEqualTo(NOON.minusSeconds(60).plus(TERM).plus(TERM));
        assertThat(known.reportedEnd()).isEmpty();
    }

    @Test
    void momentThatIsToldLaterIsMeasuredAgainstTheReceiptOfTheFirstFeedback() {
        Stop unknown = stop(Optional.empty(), SEVEN);
        Instant ahead = NOON.plus(Duration.ofMinutes(10));

        assertThat(completed(unknown, Optional.of(ahead), SEVEN).expiresAt()).isEqualTo(ahead.plus(TERM));
        assertThat(completed(unknown, Optional.of(ahead.plusNanos(1000)), SEVEN).expiresAt())
                .isEqualTo(NOON.plus(TERM));
    }

    @Test
    void stopThatIsOverKeepsTheEndThatItWasBookedWith() {
        Stop booked = stop(Optional.empty(), Optional.empty());

        Stop told = completed(booked, Optional.of(NOON.minusSeconds(60)), SEVEN).endedAs(booked);

        assertThat(told.expiresAt()).isEqualTo(NOON.plus(TERM));
        assertThat(told.stoppedAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(told.balance()).isEqualTo(SEVEN);
    }

    @Test
    void bothEndsMoveByTheSecondTerm() {
        Instant early = NOON.minus(Duration.ofHours(8));
        Stop stop = stop(Optional.of(early), SEVEN);

        Stop extended = stop.extendedTo(RULES.endOfTerm(stop.expiresAt()));

        assertThat(stop.endByInstitution()).isEqualTo(early.plus(TERM));
        assertThat(extended.expiresAt()).isEqualTo(NOON.plus(TERM).plus(TERM));
        assertThat(extended.reportedEnd()).contains(early.plus(TERM).plus(TERM));
    }

    @Test
    void peopleAreWarnedByTheReportedEndUntilItIsOver() {
        Instant early = NOON.minus(Duration.ofHours(8));
        Instant reportedEnd = early.plus(TERM);
        Stop stop = stop(Optional.of(early), SEVEN);

        assertThat(stop.warnedEnd(reportedEnd.minusNanos(1000))).isEqualTo(reportedEnd);
        assertThat(stop.warnedEnd(reportedEnd)).isEqualTo(NOON.plus(TERM));
        assertThat(stop(Optional.of(NOON), SEVEN).warnedEnd(NOON)).isEqualTo(NOON.plus(TERM));
    }
}
