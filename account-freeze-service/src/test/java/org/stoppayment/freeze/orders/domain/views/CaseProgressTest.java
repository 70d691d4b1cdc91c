package org.stoppayment.freeze.orders.domain.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Samples;
import org.stoppayment.freeze.orders.domain.views.CaseProgress.Sums;
import org.stoppayment.kernel.Money;

class CaseProgressTest {

    private static final Sums SUMS = new Sums(
            Money.ofFen(1000),
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Optional.of(Money.ofFen(100)));

    @Test
    void caseIsSettledWhenNoOrderWaitsAndAllMoneyIsFollowed() {
        assertThat(progress(1, false, false, view(Phase.IN_EFFECT, 1)).isSettled())
                .isTrue();
        assertThat(progress(1, false, false, view(Phase.MANUAL, 1)).isSettled())
                .as("a person has it")
                .isTrue();
        assertThat(progress(1, false, false, view(Phase.IN_EFFECT, 1), view(Phase.SENDING, 1))
                        .isSettled())
                .isFalse();
        assertThat(progress(1, true, false, view(Phase.IN_EFFECT, 1)).isSettled())
                .as("a claim is due")
                .isFalse();
        assertThat(progress(0, false, false).isSettled())
                .as("the case has not arrived")
                .isFalse();
    }

    @Test
    void caseIsBookedWhenItIsSettledAndItsEventsAreHandedOver() {
        assertThat(progress(1, false, false, view(Phase.IN_EFFECT, 1)).isBooked())
                .isTrue();
        assertThat(progress(1, false, true, view(Phase.IN_EFFECT, 1)).isBooked())
                .isFalse();
        assertThat(progress(1, true, false, view(Phase.IN_EFFECT, 1)).isBooked())
                .isFalse();
    }

    @Test
    void onlyMoneyUnderAStopThatHoldsIsHeld() {
        CaseProgress progress =
                progress(1, false, false, view(Phase.IN_EFFECT, 1), view(Phase.FROZEN, 2), view(Phase.LAPSED, 3));

        assertThat(progress.taintedHeld()).isEqualTo(Money.ofFen(300));
        assertThat(progress.balanceHeld()).isEqualTo(Samples.STOP.balance().orElseThrow());
    }

    @Test
    void levelsAreThoseOfTheOrderFarthestFromAVictim() {
        assertThat(progress(1, false, false, view(Phase.QUEUED, 3), view(Phase.QUEUED, 1))
                        .levels())
                .isEqualTo(3);
        assertThat(progress(1, false, false).levels()).isZero();
    }

    @Test
    void booksThatDoNotAddUpHaveNoUnknownSum() {
        Sums broken = new Sums(
                Money.ofFen(1000), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Optional.empty());

        assertThat(progress(1, false, false).isConserved()).isTrue();
        assertThat(new CaseProgress(1, List.of(), broken, false, false, List.of()).isConserved())
                .isFalse();
    }

    private static CaseProgress progress(
            int intakeEvents, boolean claimsBehind, boolean eventsOut, OrderView... orders) {
        return new CaseProgress(intakeEvents, List.of(orders), SUMS, claimsBehind, eventsOut, List.of());
    }

    private static OrderView view(Phase phase, int level) {
        return new OrderView(
                Samples.order(phase),
                level,
                false,
                Money.ofFen(1000),
                Money.ofFen(300),
                Money.ZERO,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
