package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallWindowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void roomIsTheWindowLessWhatIsInFlight() {
        assertThat(CallWindow.INITIAL.capacity(0, NOW)).isEqualTo(32);
        assertThat(CallWindow.INITIAL.capacity(30, NOW)).isEqualTo(2);
        assertThat(CallWindow.INITIAL.capacity(33, NOW)).isZero();
    }

    @Test
    void windowGrowsWithEveryAnswerUpToItsMaximum() {
        assertThat(CallWindow.INITIAL.answered().size()).isEqualTo(33);
        assertThat(times(1_000, CallWindow::answered).size()).isEqualTo(200);
    }

    @Test
    void windowHalvesWhenThereAreTooManyCallsButOneMayAlwaysGo() {
        assertThat(CallWindow.INITIAL.congested().capacity(0, NOW)).isEqualTo(16);
        assertThat(times(10, CallWindow::congested).capacity(0, NOW)).isEqualTo(1);
    }

    @Test
    void pausedInstitutionGetsOneCallAtATimeAndNoneUntilItIsTime() {
        CallWindow paused = CallWindow.INITIAL.refused(NOW);

        assertThat(paused.isPaused()).isTrue();
        assertThat(paused.capacity(0, NOW.plusMillis(499))).isZero();
        assertThat(paused.capacity(0, NOW.plusMillis(500))).isEqualTo(1);
        assertThat(paused.capacity(1, NOW.plusMillis(500))).isZero();
    }

    @Test
    void callThatIsRefusedMeanwhileDoesNotPutTheNextTryOff() {
        CallWindow paused = CallWindow.INITIAL.refused(NOW).refused(NOW.plusMillis(499));

        assertThat(paused.capacity(0, NOW.plusMillis(500))).isEqualTo(1);
        assertThat(paused.refused(NOW.plusMillis(500)).capacity(0, NOW.plusMillis(999)))
                .isZero();
    }

    @Test
    void answerEndsThePauseAndCongestionDoesNot() {
        CallWindow paused = CallWindow.INITIAL.refused(NOW);

        assertThat(paused.congested().isPaused()).isTrue();
        assertThat(paused.answered().isPaused()).isFalse();
        assertThat(paused.answered().capacity(0, NOW)).isEqualTo(33);
    }

    private static CallWindow times(int many, UnaryOperator<CallWindow> step) {
        return Stream.iterate(CallWindow.INITIAL, step).skip(many).findFirst().orElseThrow();
    }
}
