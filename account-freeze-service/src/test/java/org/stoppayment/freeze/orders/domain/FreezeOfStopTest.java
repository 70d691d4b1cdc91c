package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.STOP;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.orders.domain.FreezeOfStop.Step;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.ApplicationId;

class FreezeOfStopTest {

    private static final ApplicationId FREEZE = ApplicationId.of("0195518a-0000-7000-8000-0000000000f1");
    private static final ApplicationId OTHER = ApplicationId.of("0195518a-0000-7000-8000-0000000000f2");
    private static final Instant AFTER_TERM = STOP.expiresAt().plusSeconds(1);

    @Test
    void stopDoesNotLapseWhileOneFreezeThatNamesItIsUndecided() {
        StopOrder awaiting = awaiting(FREEZE, OTHER);

        StopOrder one = step(FreezeOfStop.decided(awaiting, FREEZE, AFTER_TERM)).after();

        assertThat(awaiting.isLapsedAt(AFTER_TERM)).isFalse();
        assertThat(one.phase()).isEqualTo(Phase.IN_EFFECT);
        assertThat(one.isLapsedAt(AFTER_TERM)).isFalse();
        assertThat(one.isInForceAt(AFTER_TERM)).as("its term ends on time").isFalse();
    }

    @Test
    void stopWhoseLastFreezeIsDecidedAfterItsTermLapsedAtTheEndOfTheTerm() {
        Step step = step(FreezeOfStop.decided(awaiting(FREEZE), FREEZE, AFTER_TERM));

        assertThat(step.after().phase()).isEqualTo(Phase.LAPSED);
        assertThat(step.at()).isEqualTo(STOP.expiresAt());
        assertThat(step.cause()).contains("TERM_ENDED");
    }

    @Test
    void stopWhoseFreezeIsDecidedInTimeLapsesAtTheEndOfItsTermAsAnyOther() {
        StopOrder decided =
                step(FreezeOfStop.decided(awaiting(FREEZE), FREEZE, NOON)).after();

        assertThat(decided.phase()).isEqualTo(Phase.IN_EFFECT);
        assertThat(decided.isLapsedAt(AFTER_TERM)).isTrue();
    }

    @Test
    void whatWasSaidBeforeChangesNothing() {
        assertThat(FreezeOfStop.awaited(awaiting(FREEZE), FREEZE, NOON)).isEmpty();
        assertThat(FreezeOfStop.decided(Samples.order(Phase.IN_EFFECT), FREEZE, NOON))
                .isEmpty();
        assertThat(takenOver(
                        takenOver(Samples.order(Phase.IN_EFFECT)).orElseThrow().after()))
                .isEmpty();
    }

    @Test
    void stopWhoseTermIsOverAwaitsNoFreeze() {
        assertThat(FreezeOfStop.awaited(Samples.order(Phase.IN_EFFECT), FREEZE, STOP.expiresAt()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"IN_EFFECT"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyAStopInEffectAwaitsAFreeze(Phase phase) {
        assertThat(FreezeOfStop.awaited(Samples.order(phase), FREEZE, NOON)).isEmpty();
    }

    @Test
    void stopThatIsTakenOverIsFrozenAndNoLongerLiveAndAwaitsNoOtherFreeze() {
        Step step = takenOver(awaiting(FREEZE, OTHER)).orElseThrow();

        assertThat(step.after().phase()).isEqualTo(Phase.FROZEN);
        assertThat(step.after().phase().isLive()).isFalse();
        assertThat(FreezeOfStop.isAwaited(step.after(), OTHER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAPSED", "LIFTED"})
    void stopThatEndedBeforeIsNotTakenOver(Phase ended) {
        assertThat(takenOver(Samples.order(ended))).isEmpty();
    }

    @Test
    void extendedStopStillAwaitsItsFreeze() {
        StopOrder extended = awaiting(FREEZE)
                .after(new StopOrderEvent.Extended(STOP.expiresAt().plus(Duration.ofHours(48))), NOON)
                .orElseThrow();

        assertThat(FreezeOfStop.isAwaited(extended, FREEZE)).isTrue();
    }

    private static Optional<Step> takenOver(StopOrder order) {
        return FreezeOfStop.takenOver(order, new Decision("filed", "chief 3", Officer.SYSTEM), NOON);
    }

    private static StopOrder awaiting(ApplicationId... freezes) {
        StopOrder order = Samples.order(Phase.IN_EFFECT);
        for (ApplicationId freeze : freezes) {
            order = step(FreezeOfStop.awaited(order, freeze, NOON)).after();
        }
        return order;
    }

    private static Step step(Optional<Step> step) {
        return step.orElseThrow();
    }
}
