package org.stoppayment.freeze.holds.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.holds.domain.FreezeSamples.AMOUNT;
import static org.stoppayment.freeze.holds.domain.FreezeSamples.EXPIRES_AT;
import static org.stoppayment.freeze.holds.domain.FreezeSamples.REQUESTED_AT;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

class FreezeTest {

    private static final Instant NOW = REQUESTED_AT.plusSeconds(60);

    @Test
    void freezeHoldsWhatTheInstitutionSaysFromTheMomentItSays() {
        Freeze held = after(FreezeSamples.freeze(FreezeState.SENDING), FreezeSamples.held("1200", 25_000_00));

        assertThat(held.state()).isEqualTo(FreezeState.PARTIAL);
        assertThat(held.frozen().sum()).contains(Money.ofFen(25_000_00));
        assertThat(held.frozen().beganAt()).contains(REQUESTED_AT.plusSeconds(5));
    }

    @Test
    void resultOfAllThatWasOrderedTellsTheSumOfALimitedFreeze() {
        Freeze held = after(FreezeSamples.freeze(FreezeState.SENDING), told("0000", FreezeReport.NONE));

        assertThat(held.frozen().sum()).contains(AMOUNT);
        assertThat(held.frozen().beganAt()).contains(NOW);
    }

    @Test
    void resultOfLessThanOrderedTellsNoSum() {
        Freeze held = after(FreezeSamples.freeze(FreezeState.SENDING), told("1200", FreezeReport.NONE));

        assertThat(held.lacksSum()).isTrue();
        assertThat(FreezeBooking.of(held).effect()).isEqualTo(FreezeBooking.Effect.UNDECIDED);
    }

    @Test
    void promotedFreezeHasNoPlaceInLine() {
        Freeze waiting = after(FreezeSamples.freeze(FreezeState.SENDING), FreezeSamples.inLine(2));
        assertThat(waiting.frozen().place()).contains(2);

        Freeze promoted = after(waiting, FreezeSamples.held("0000", AMOUNT.fen()));

        assertThat(promoted.state()).isEqualTo(FreezeState.IN_EFFECT);
        assertThat(promoted.frozen().place()).isEmpty();
    }

    @Test
    void newsOfThePlaceInLineThatComesAfterThePromotionChangesNothing() {
        assertThat(FreezeSamples.freeze(FreezeState.IN_EFFECT).after(FreezeSamples.inLine(1), NOW))
                .isEmpty();
    }

    @Test
    void sameWordAgainChangesNothing() {
        Freeze held = after(FreezeSamples.freeze(FreezeState.SENDING), FreezeSamples.held("1200", 25_000_00));

        assertThat(held.after(FreezeSamples.held("1200", 25_000_00), NOW)).isEmpty();
    }

    @Test
    void repeatedFirstAnswerDoesNotUndoAChangeOfTheSum() {
        Freeze lowered = FreezeSamples.freeze(FreezeState.IN_EFFECT)
                .changedTo(Money.ofFen(1_000_00), ResultCode.OK, FreezeReport.NONE, NOW);

        assertThat(lowered.after(FreezeSamples.held("0000", AMOUNT.fen()), NOW)
                        .orElse(lowered)
                        .frozen())
                .isEqualTo(lowered.frozen());
    }

    @Test
    void repeatedAnswerOfAPartDoesNotUndoAChangeOfTheSum() {
        FreezeReport part = new FreezeReport(Optional.empty(), Optional.of(Money.ofFen(500_00)), Optional.empty());
        Freeze lowered = FreezeSamples.freeze(FreezeState.PARTIAL)
                .changedTo(Money.ofFen(1_000_00), ResultCode.BALANCE_SHORT, part, NOW);

        assertThat(lowered.after(FreezeSamples.held("1200", 25_000_00), NOW)).isEmpty();
        assertThat(lowered.after(FreezeSamples.held("0000", AMOUNT.fen()), NOW)).isEmpty();
    }

    @Test
    void moreMoneyThatComesInIsHeldToo() {
        Freeze partial = after(FreezeSamples.freeze(FreezeState.SENDING), FreezeSamples.held("1200", 25_000_00));

        assertThat(after(partial, FreezeSamples.held("1200", 30_000_00))
                        .frozen()
                        .sum())
                .contains(Money.ofFen(30_000_00));
    }

    @Test
    void freezeWhoseTermIsOverEndedThen() {
        Freeze ended = after(FreezeSamples.freeze(FreezeState.IN_EFFECT), FreezeEvent.of(FreezeEvent.Kind.TERM_ENDED));

        assertThat(ended.endedAt()).contains(EXPIRES_AT);
        assertThat(FreezeBooking.of(ended).effect()).isEqualTo(FreezeBooking.Effect.LAPSED);
    }

    @Test
    void liftedFreezeThatNeverHeldMoneyBooksNothing() {
        Freeze lifted = after(FreezeSamples.freeze(FreezeState.WAITING), FreezeEvent.of(FreezeEvent.Kind.LIFTED));

        assertThat(lifted.endedAt()).contains(NOW);
        assertThat(FreezeBooking.of(lifted).effect()).isEqualTo(FreezeBooking.Effect.NONE);
    }

    @Test
    void changedSumOfAFullFreezeMakesItLimited() {
        Freeze changed = FreezeSamples.freeze(FreezeState.IN_EFFECT)
                .changedTo(Money.ofFen(1_000_00), ResultCode.OK, FreezeReport.NONE, NOW);

        assertThat(changed.application().mode()).isEqualTo(HoldMode.LIMITED);
        assertThat(changed.frozen().sum()).contains(Money.ofFen(1_000_00));
        assertThat(changed.frozen().beganAt()).contains(REQUESTED_AT);
    }

    @Test
    void freezeThatBeganAfterTheStopEndedIsANewHold() {
        Freeze began = new Freeze(
                FreezeSamples.freeze(FreezeState.IN_EFFECT).id(),
                FreezeSamples.application(Optional.of(REQUESTED_AT.minusSeconds(1))),
                FreezeState.IN_EFFECT,
                DeliveryProgress.NONE,
                "0000",
                "",
                FreezeSamples.freeze(FreezeState.IN_EFFECT).frozen(),
                EXPIRES_AT,
                Optional.empty());

        assertThat(began.isNewHold()).isTrue();
    }

    @Test
    void timeInWhichItWasCertainlyNotSentUsesUpNoBudget() {
        Freeze unsent = after(
                after(FreezeSamples.freeze(FreezeState.REQUESTED), FreezeEvent.of(FreezeEvent.Kind.SENT)),
                FreezeEvent.of(FreezeEvent.Kind.NOT_SENT, "CIRCUIT_OPEN"));

        assertThat(unsent.wasNeverSent()).isTrue();
        assertThat(unsent.progress().firstFailureAt()).isEmpty();
    }

    private static Freeze after(Freeze freeze, FreezeEvent event) {
        return freeze.after(event, NOW).orElseThrow();
    }

    private static FreezeEvent told(String code, FreezeReport report) {
        return new FreezeEvent(
                code.equals("1200") ? FreezeEvent.Kind.HELD_PARTLY : FreezeEvent.Kind.HELD,
                Optional.of(new ResultCode(code)),
                "",
                report);
    }
}
