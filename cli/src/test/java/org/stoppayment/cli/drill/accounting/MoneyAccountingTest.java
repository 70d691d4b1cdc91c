package org.stoppayment.cli.drill.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.drill.accounting.MoneyPart.Outcome;
import org.stoppayment.cli.drill.plan.Ring;
import org.stoppayment.cli.suite.Rules;
import org.stoppayment.proto.freeze.v1.StopOrderState;

class MoneyAccountingTest {

    @Test
    void everyFenIsAccountedForWhereItEnded() {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 100_000)
                .cash("a", 20_000, -5_000)
                .onward("a", "b", 60_000, 2_000)
                .goods("b", 10_000, 6_000)
                .stopped("a", 500, 3_000, 3_200);

        assertThat(story.parts())
                .extracting(MoneyPart::mule, MoneyPart::level, MoneyPart::outcome, MoneyPart::cause, MoneyPart::fen)
                .containsExactly(
                        tuple(0, 1, Outcome.CASH, LossCause.BEFORE_CALL, 20_000L),
                        tuple(0, 1, Outcome.STOPPED, null, 20_000L),
                        tuple(1, 2, Outcome.MERCHANT, LossCause.NOT_TRACED, 10_000L),
                        tuple(1, 2, Outcome.STILL_THERE, LossCause.NOT_TRACED, 50_000L));
    }

    /** A: sent 99, arrived 100, known 1100. B: sent 1149, arrived 1150, stopped 1200. Cash left B at 100: late by 1100. */
    @ParameterizedTest
    @ValueSource(longs = {0, 200, -200, 2_000, 86_400_000})
    void suiteClockThatIsOffDoesNotChangeTheCause(long ahead) {
        CaseResultBuilder story = new CaseResultBuilder()
                .suiteClockAhead(ahead)
                .paid("a", 10)
                .onward("a", "b", 10, 50)
                .cash("b", 10, 100)
                .stopped("a", 100, 110, 1_100)
                .sentAt(99)
                .stopped("b", 1_150, 1_200, 1_210)
                .sentAt(1_149);

        assertThat(story.parts())
                .singleElement()
                .extracting(MoneyPart::cause)
                .as("institutions 1050, suite 150: neither explains 1100")
                .isEqualTo(LossCause.TOO_FAST);
    }

    @Test
    void booksThatDoNotSumToTheReportAreRefused() {
        CaseResult result =
                new CaseResultBuilder().paid("a", 100).cash("a", 40, 1).result();
        Ring more = new Ring(
                3,
                0,
                1,
                result.ring().victim(),
                List.of(new Ring.Payment(0, 101, 0, "V", "a")),
                result.ring().mules(),
                List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> MoneyAccounting.of(
                        new CaseResult(
                                more,
                                result.call(),
                                result.acceptedMillis(),
                                result.progress(),
                                result.world(),
                                result.arrivals(),
                                true),
                        CaseResultBuilder.RULES))
                .withMessage("ring 3: 100 fen accounted for (expected: 101, what was reported)");
    }

    @Test
    void moneyThatLeftAtTheMomentOfTheCallIsNotGoneBeforeIt() {
        CaseResultBuilder story =
                new CaseResultBuilder().paid("a", 10).cash("a", 4, -1).cash("a", 6, 0);

        assertThat(story.parts())
                .extracting(MoneyPart::cause)
                .containsExactly(LossCause.BEFORE_CALL, LossCause.NOT_TRACED);
    }

    @Test
    void lossesOfACaseThatWasNotAcceptedHaveCauseNotReported() {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 10)
                .cash("a", 4, -1)
                .cash("a", 5, 100)
                .neverAccepted();

        assertThat(story.parts())
                .extracting(MoneyPart::cause)
                .containsExactly(LossCause.BEFORE_CALL, LossCause.NOT_REPORTED, LossCause.NOT_REPORTED);
    }

    /**
     * The order arrives after {@code arrival} ms and the stop is in effect after {@code stop}: the suite's share is arrival,
     * the institution's is stop - arrival. The money left at {@code left}: the stop was late by stop - left.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 900, 150, SLOW_INSTITUTION", // late by 750, of 800
        "100, 900, 100, SLOW_INSTITUTION", // late by 800, of 800
        "100, 900, 99, TOO_FAST", // late by 801: more than either
        "800, 900, 101, SLOW_SUITE", // late by 799, of 800
        "800, 900, 100, SLOW_SUITE",
        "800, 900, 99, TOO_FAST",
        "450, 900, 450, SLOW_INSTITUTION" // equal shares
    })
    void ownerOfTheLargerShareIsTheCauseWhenItExplainsTheDelay(long arrival, long stop, long left, LossCause cause) {
        CaseResultBuilder story =
                new CaseResultBuilder().paid("a", 10).cash("a", 10, left).stopped("a", arrival, stop, stop + 50);

        assertThat(story.parts()).singleElement().extracting(MoneyPart::cause).isEqualTo(cause);
    }

    /** Suite: 0..100 and 1100..1150. Institutions: 100..1100 (a's answer) and 1150..1200 (b's stop). */
    @ParameterizedTest
    @CsvSource({"200, SLOW_INSTITUTION", "150, SLOW_INSTITUTION", "149, TOO_FAST"})
    void answersOfAllInstitutionsOnThePathAreCounted(long left, LossCause cause) {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 10)
                .onward("a", "b", 10, 50)
                .cash("b", 10, left)
                .stopped("a", 100, 110, 1_100)
                .stopped("b", 1_150, 1_200, 1_300);

        assertThat(story.parts()).singleElement().extracting(MoneyPart::cause).isEqualTo(cause);
    }

    @Test
    void unreachableInstitutionIsSlowFromTheFirstAttempt() {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 10)
                .cash("a", 10, 2_000)
                .stopped("a", 5_000, 5_010, 5_100)
                .undeliveredAt("a", 300);

        assertThat(story.parts())
                .as("late by 3010 ms: 4710 ms are the institution's, 300 ms the suite's")
                .singleElement()
                .extracting(MoneyPart::cause)
                .isEqualTo(LossCause.SLOW_INSTITUTION);
    }

    @Test
    void moneyThatLeftAfterTheStopHasCauseOther() {
        CaseResultBuilder story =
                new CaseResultBuilder().paid("a", 10).cash("a", 10, 500).stopped("a", 100, 200, 300);

        assertThat(story.parts()).singleElement().extracting(MoneyPart::cause).isEqualTo(LossCause.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_ORDER_STATE_DECLINED, 0301, MISMATCH",
        "STOP_ORDER_STATE_DECLINED, 0400, MISMATCH",
        "STOP_ORDER_STATE_DECLINED, 0100, MISMATCH",
        "STOP_ORDER_STATE_DECLINED, 1304, OTHER",
        "STOP_ORDER_STATE_HELD_BY_OTHER, 1301, OTHER",
        "STOP_ORDER_STATE_LIFTED, 0000, OTHER",
        "STOP_ORDER_STATE_MANUAL, '', OTHER",
        "STOP_ORDER_STATE_IN_DOUBT, '', SLOW_INSTITUTION",
        "STOP_ORDER_STATE_SENDING, '', SLOW_INSTITUTION",
        "STOP_ORDER_STATE_ACCEPTED, '', SLOW_INSTITUTION"
    })
    void orderWithoutAStopDecidesTheCause(StopOrderState state, String code, LossCause cause) {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 100)
                .onward("a", "b", 60, 10)
                .cash("b", 60, 20)
                .ordered("a", state, code, 5, 6);

        assertThat(story.parts())
                .as("with the account itself, and with the next one, which has no order")
                .extracting(MoneyPart::cause)
                .containsOnly(cause);
    }

    @Test
    void moneyBelowTheThresholdAndItsSuccessorsHaveCauseThreshold() {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 1_000_000)
                .onward("a", "b", 9_999, 10)
                .onward("b", "c", 9_000, 20)
                .onward("a", "d", 10_000, 30)
                .cash("c", 9_000, 40)
                .stopped("a", 1, 100, 100);

        assertThat(story.parts())
                .extracting(MoneyPart::mule, MoneyPart::cause, MoneyPart::fen)
                .containsExactly(
                        tuple(0, null, 980_001L),
                        tuple(1, LossCause.THRESHOLD, 999L),
                        tuple(2, LossCause.THRESHOLD, 9_000L),
                        tuple(3, LossCause.NOT_TRACED, 10_000L));
    }

    @Test
    void thresholdComesFromTheRuleSet() {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 1_000_000)
                .onward("a", "b", 20_000, 10)
                .onward("a", "c", 20_001, 20)
                .stopped("a", 1, 100, 100);

        assertThat(story.parts(new Rules(20_001)))
                .extracting(MoneyPart::mule, MoneyPart::cause)
                .containsExactly(tuple(0, null), tuple(1, LossCause.THRESHOLD), tuple(2, LossCause.NOT_TRACED));
    }

    @Test
    void theNewestOrderOnAnAccountCounts() {
        CaseResultBuilder story = new CaseResultBuilder()
                .paid("a", 10)
                .ordered("a", StopOrderState.STOP_ORDER_STATE_DECLINED, "0301", 5, 6)
                .ordered("a", StopOrderState.STOP_ORDER_STATE_IN_DOUBT, "", 7, 8);

        assertThat(story.parts()).singleElement().extracting(MoneyPart::cause).isEqualTo(LossCause.SLOW_INSTITUTION);
    }
}
