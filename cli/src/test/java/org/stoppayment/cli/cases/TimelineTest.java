package org.stoppayment.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.cases.Progress.ACCOUNT;
import static org.stoppayment.cli.cases.Progress.step;
import static org.stoppayment.cli.cases.Progress.stopped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.cases.Timeline.Step;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrderState;

class TimelineTest {

    private static final Instant CALL = Instant.parse("2026-01-05T08:00:00Z");
    private static final CaseProgress PROGRESS = Progress.of(stopped(ACCOUNT, 1, 100)
                    .addTimeline(step(StopOrderState.STOP_ORDER_STATE_QUEUED, CALL.plusMillis(20), ""))
                    .addTimeline(step(StopOrderState.STOP_ORDER_STATE_SENDING, CALL.plusMillis(22), ""))
                    .addTimeline(step(StopOrderState.STOP_ORDER_STATE_IN_EFFECT, CALL.plusMillis(90), "FEEDBACK 0000")))
            .build();

    private static CaseOutcome outcome(boolean replayed, List<Instant> arrivals) {
        return new CaseOutcome(
                "case",
                replayed,
                CALL,
                CALL.plusMillis(15),
                CALL.plusMillis(18),
                Optional.of(CALL.plusMillis(140)),
                true,
                List.of(),
                PROGRESS,
                Optional.empty(),
                List.of(new SimulatedOrder(
                        "app-" + ACCOUNT, "103100000026", ACCOUNT, "STOP", 1, arrivals, List.of(), "0000")));
    }

    @Test
    void stepsAreOrderedInMillisecondsFromTheCall() {
        List<Step> steps = Timeline.of(outcome(false, List.of(CALL.plusMillis(30))));

        assertThat(steps).extracting(Step::millis).containsExactly(0L, 15L, 20L, 22L, 30L, 90L, 140L);
        assertThat(steps)
                .extracting(Step::event)
                .containsExactly("CALL", "REPORTED", "QUEUED", "SENDING", "AT THE DOOR", "IN_EFFECT", "BOOKED");
        assertThat(steps.get(5)).isEqualTo(new Step(90, "IN_EFFECT", ACCOUNT, "103100000026", "FEEDBACK 0000"));
    }

    @Test
    void everyArrivalIsShownWithItsAttempt() {
        List<Step> steps = Timeline.of(outcome(false, List.of(CALL.plusMillis(30), CALL.plusMillis(60))));

        assertThat(steps)
                .filteredOn(step -> step.event().equals("AT THE DOOR"))
                .extracting(Step::detail)
                .containsExactly("attempt 1", "attempt 2");
    }

    @Test
    void replayHasNoCallAndNoBookedStep() {
        assertThat(Timeline.of(outcome(true, List.of())))
                .extracting(Step::event)
                .doesNotContain("CALL", "BOOKED");
    }

    @Test
    void theLastStopIsCountedFromTheCall() {
        assertThat(outcome(false, List.of()).millisToLastStop()).contains(90L);
    }
}
