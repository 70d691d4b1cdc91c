package org.stoppayment.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.cases.Progress.ACCOUNT;
import static org.stoppayment.cli.cases.Progress.step;
import static org.stoppayment.cli.cases.Progress.stopped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .containsExactly("CALL", "REPORTED", "QUEUED", "SENDING", "RECEIVED", "IN_EFFECT", "BOOKED");
        assertThat(steps.get(5)).isEqualTo(new Step(90, "IN_EFFECT", ACCOUNT, "103100000026", "FEEDBACK 0000"));
    }

    @Test
    void everyArrivalIsShownWithItsAttempt() {
        List<Step> steps = Timeline.of(outcome(false, List.of(CALL.plusMillis(30), CALL.plusMillis(60))));

        assertThat(steps)
                .filteredOn(step -> step.event().equals("RECEIVED"))
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

    /** A case whose clocks differ by so much from the command's. */
    private static CaseOutcome skewed(long intake, long freeze, long institutions) {
        CaseProgress progress = Progress.of(stopped(ACCOUNT, 1, 100)
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_QUEUED, CALL.plusMillis(16 + freeze), ""))
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_SENDING, CALL.plusMillis(17 + freeze), ""))
                        .addTimeline(
                                step(StopOrderState.STOP_ORDER_STATE_IN_EFFECT, CALL.plusMillis(90 + freeze), "0000")))
                .build();
        return new CaseOutcome(
                "case",
                false,
                CALL,
                CALL.plusMillis(15 + intake),
                CALL.plusMillis(18),
                Optional.of(CALL.plusMillis(140)),
                true,
                List.of(),
                progress,
                Optional.empty(),
                List.of(new SimulatedOrder(
                        "app-" + ACCOUNT,
                        "103100000026",
                        ACCOUNT,
                        "STOP",
                        1,
                        List.of(CALL.plusMillis(30 + institutions)),
                        List.of(),
                        "0000")));
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200, 0",
        "-200, -200, 0",
        "-200, 200, 0",
        "200, -200, 0",
        "0, -200, 200",
        "0, 200, -200",
        "0, 0, -5000",
        "0, 0, 5000",
        "-86400000, 86400000, 3600000"
    })
    void clocksThatDifferNeverTurnAnEffectBeforeItsCause(long intake, long freeze, long institutions) {
        CaseOutcome outcome = skewed(intake, freeze, institutions);

        List<Step> steps = Timeline.of(outcome);

        assertThat(steps)
                .extracting(Step::event)
                .containsExactly("CALL", "REPORTED", "QUEUED", "SENDING", "RECEIVED", "IN_EFFECT", "BOOKED");
        assertThat(steps).extracting(Step::millis).isSorted().allMatch(millis -> millis >= 0 && millis <= 140);
        assertThat(outcome.millisToLastStop()).contains(steps.get(5).millis());
        assertThat(outcome.clocks().stepped()).isFalse();
        assertThat(outcome.clocks().note()).contains("clocks that differ were shifted: ");
    }

    @Test
    void theSmallestShiftIsTaken() {
        assertThat(Timeline.of(skewed(-200, -200, 0)))
                .extracting(Step::millis)
                .as("accepted at the call, the first order with it; 30 lies between sent and answered already")
                .containsExactly(0L, 0L, 0L, 1L, 30L, 74L, 140L);
        assertThat(skewed(-200, -200, 0).clocks().note())
                .isEqualTo("clocks that differ were shifted: case-intake +185 ms, account-freeze +184 ms");
    }

    @Test
    void clocksThatFitAreNotShifted() {
        assertThat(skewed(0, 0, 0).clocks().note()).isEmpty();
        assertThat(Timeline.of(skewed(0, 0, 0)))
                .extracting(Step::millis)
                .containsExactly(0L, 15L, 16L, 17L, 30L, 90L, 140L);
    }

    @Test
    void clockThatWasCorrectedMeanwhileIsSaid() {
        CaseOutcome outcome = outcome(false, List.of());
        CaseOutcome stepped = new CaseOutcome(
                outcome.caseId(),
                false,
                CALL,
                CALL.plusMillis(15),
                CALL.plusMillis(18),
                Optional.of(CALL.plusMillis(60)),
                true,
                List.of(),
                PROGRESS,
                Optional.empty(),
                List.of());

        assertThat(outcome.clocks().stepped()).isFalse();
        assertThat(stepped.clocks().stepped()).as("75 ms of steps in 45 ms").isTrue();
        assertThat(stepped.clocks().note()).contains("the order is not certain");
        assertThat(Timeline.of(stepped)).extracting(Step::millis).allMatch(millis -> millis >= 0);
    }

    @Test
    void whatHappenedToAJoinedOrderBeforeTheReportIsLeftOut() {
        CaseProgress progress = Progress.of(stopped(ACCOUNT, 1, 100)
                        .setJoined(true)
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_IN_EFFECT, CALL.minusSeconds(60), ""))
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_LAPSED, CALL.plusMillis(50), "")))
                .build();
        CaseOutcome outcome = new CaseOutcome(
                "case",
                false,
                CALL,
                CALL.plusMillis(15),
                CALL.plusMillis(18),
                Optional.empty(),
                true,
                List.of(),
                progress,
                Optional.empty(),
                List.of());

        assertThat(Timeline.of(outcome)).extracting(Step::event).containsExactly("CALL", "REPORTED", "LAPSED");
        assertThat(outcome.clocks().note()).isEmpty();
    }
}
