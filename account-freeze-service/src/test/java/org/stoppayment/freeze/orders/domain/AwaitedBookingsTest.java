package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.DOUBT;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.RULES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.freeze.orders.domain.StopOrderEvent.Kind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

/** An institution says that more bookings are to come: until when it owes them, and what of it is remembered. */
class AwaitedBookingsTest {

    private static final Instant SPENT = NOON.plus(Duration.ofMinutes(10));

    @Test
    void wordThatStopsTheAccountSaysWhetherMoreIsToCome() {
        StopOrder incomplete = stopped(false);
        StopOrder complete = stopped(true);

        assertThat(incomplete.awaited()).isEqualTo(new AwaitedBookings(Optional.of(NOON), 0));
        assertThat(incomplete.isSettled()).isFalse();
        assertThat(complete.awaited()).isEqualTo(AwaitedBookings.NONE);
        assertThat(complete.isSettled()).isTrue();
    }

    @Test
    void onceCompleteItStaysSoWhateverOlderWordComes() {
        StopOrder complete = stopped(false).recordReported(feedback("0000", true), RULES, NOON);
        assertThat(complete.isSettled()).isTrue();

        assertThat(complete.recordReported(feedback("0000", false), RULES, NOON).awaited())
                .isEqualTo(AwaitedBookings.NONE);
        assertThat(complete.afterBookingsInquiry(Optional.of(feedback("0000", false)), DOUBT, RULES, SPENT))
                .isEqualTo(complete);
    }

    @ParameterizedTest
    @CsvSource({"0900", "1100", "0301", "1301"})
    void onlyAWordThatTheAccountIsStoppedCompletes(String code) {
        StopOrder awaiting = stopped(false);

        assertThat(awaiting.recordReported(feedback(code, true), RULES, NOON).awaited())
                .isEqualTo(awaiting.awaited());
    }

    @Test
    void wordWithoutItsMomentCompletesNothing() {
        Feedback bare = new Feedback(
                Samples.ORDER,
                ResultCode.OK,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ReportedBookings.NONE,
                true);

        assertThat(stopped(false).recordReported(bare, RULES, NOON).awaitsBookings())
                .isTrue();
    }

    @Test
    void completionIsNewsToWhoAwaitsItAndToNobodyElse() {
        assertThat(stopped(false).hasNewInformation(feedback("0000", true))).isTrue();
        assertThat(stopped(false).hasNewInformation(feedback("0000", false))).isFalse();
        assertThat(stopped(true).hasNewInformation(feedback("0000", true))).isFalse();
    }

    @Test
    void orderThatDeclinedIsNotAskedForBookings() {
        StopOrder declined = Samples.order(Phase.DECLINED);

        assertThat(declined.recordReported(feedback("0000", false), RULES, NOON).awaited())
                .isEqualTo(AwaitedBookings.NONE);
    }

    @Test
    void inquiryInVainIsCountedAndNothingElseOfTheOrderChanges() {
        StopOrder awaiting = stopped(false);

        StopOrder inquired = awaiting.afterBookingsInquiry(Optional.empty(), DOUBT, RULES, NOON.plusSeconds(5));

        assertThat(inquired.awaited()).isEqualTo(new AwaitedBookings(Optional.of(NOON), 1));
        assertThat(inquired.progress()).isEqualTo(awaiting.progress());
        assertThat(inquired.notes()).isEqualTo(awaiting.notes());
        assertThat(inquired.state()).isEqualTo(awaiting.state());
    }

    @Test
    void flagSaysThatTheBudgetIsSpentAndGoesWhenTheRestHasCome() {
        StopOrder early = stopped(false).afterBookingsInquiry(Optional.empty(), DOUBT, RULES, SPENT.minusNanos(1000));
        assertThat(early.notes().flags()).isEmpty();

        StopOrder late = early.afterBookingsInquiry(Optional.of(feedback("0000", false)), DOUBT, RULES, SPENT);
        assertThat(late.notes().flags()).containsExactly(OrderFlag.BOOKINGS_INCOMPLETE);
        assertThat(late.isSettled()).as("nobody waits for it any more").isTrue();

        StopOrder told = late.recordReported(feedback("0000", true), RULES, NOON);
        assertThat(told.notes().flags()).isEmpty();
        assertThat(told.awaited()).isEqualTo(AwaitedBookings.NONE);
    }

    @Test
    void restThatTheLastInquiryBringsIsInTime() {
        assertThat(stopped(false)
                        .afterBookingsInquiry(Optional.of(feedback("0000", true)), DOUBT, RULES, SPENT)
                        .notes()
                        .flags())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM_ENDED", "LIFTED", "FROZEN", "EXTENDED"})
    void whatHappensToTheStopLeavesWhatIsOwed(Kind kind) {
        StopOrder awaiting = stopped(false);

        assertThat(awaiting.after(Samples.event(kind), NOON.plusSeconds(60))
                        .orElseThrow()
                        .awaited())
                .isEqualTo(awaiting.awaited());
    }

    private static StopOrder stopped(boolean complete) {
        return Samples.order(Phase.SENDING)
                .after(feedback("0000", complete).toEvent(RULES, NOON, NOON), NOON)
                .orElseThrow();
    }

    private static Feedback feedback(String code, boolean complete) {
        return new Feedback(
                Samples.ORDER,
                new ResultCode(code),
                Optional.of(NOON),
                Optional.of(Money.ofFen(7)),
                List.of(),
                ReportedBookings.NONE,
                complete);
    }
}
