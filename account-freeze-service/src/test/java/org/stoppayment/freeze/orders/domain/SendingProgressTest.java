package org.stoppayment.freeze.orders.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.orders.domain.Samples.NOON;
import static org.stoppayment.freeze.orders.domain.Samples.RULES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.orders.domain.StopOrderEvent.Kind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

class SendingProgressTest {

    private static final Instant LATER = NOON.plusSeconds(900);

    @Test
    void everySendingIsAnAttempt() {
        StopOrder sent = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT);
        StopOrder sentAgain = after(sent, NOON, Kind.UNANSWERED, Kind.NOT_KNOWN, Kind.SENT);

        assertThat(sent.progress().attempts()).isEqualTo(1);
        assertThat(sentAgain.progress().attempts()).isEqualTo(2);
    }

    @Test
    void whatWasCertainlyNotSentCostsNoAttempt() {
        StopOrder order = Samples.order(Phase.QUEUED);
        for (int times = 1; times <= 3; times++) {
            order = after(order, NOON, Kind.SENT, Kind.NOT_SENT);

            assertThat(order.progress().attempts()).isZero();
            assertThat(order.progress().unsent()).isEqualTo(times);
        }
        assertThat(after(order, NOON, Kind.SENT).progress().attempts()).isEqualTo(1);
    }

    @Test
    void orderThatNobodyCouldBeReachedWithMayNotHaveBeenSentUnlessItWasBefore() {
        StopOrderEvent noWay = new StopOrderEvent.NeedsPerson("NOT_CONNECTED", List.of(), true);
        StopOrder first = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT);
        StopOrder second = after(first, NOON, Kind.UNANSWERED, Kind.NOT_KNOWN, Kind.SENT);

        assertThat(first.mayHaveBeenSent()).isTrue();
        assertThat(first.after(noWay, NOON).orElseThrow().mayHaveBeenSent()).isFalse();
        assertThat(second.after(noWay, NOON).orElseThrow().mayHaveBeenSent()).isTrue();
        assertThat(after(first, NOON, Kind.NEEDS_PERSON).mayHaveBeenSent()).isTrue();
    }

    @Test
    void answerEndsTheRowOfUnsentTimes() {
        StopOrder order = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT, Kind.NOT_SENT, Kind.SENT, Kind.TAKEN);

        assertThat(order.progress().unsent()).isZero();
    }

    @Test
    void firstFailureIsRemembered() {
        StopOrder order = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT, Kind.UNANSWERED);
        StopOrder later = after(order.afterInquiry(LATER), LATER, Kind.NOT_KNOWN, Kind.SENT, Kind.UNANSWERED);

        assertThat(later.progress().firstFailureAt()).contains(NOON);
    }

    @Test
    void timeInWhichItCouldNotBeSentIsNoDoubt() {
        StopOrder unsent = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT, Kind.NOT_SENT);
        assertThat(unsent.progress().firstFailureAt()).contains(NOON);

        assertThat(after(unsent, LATER, Kind.SENT, Kind.UNANSWERED).progress().firstFailureAt())
                .contains(LATER);
    }

    @Test
    void doubtIsCountedFromItsBeginningThoughASecondSendingFailed() {
        StopOrder doubted = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT, Kind.UNANSWERED, Kind.NOT_KNOWN);

        StopOrder again = after(doubted, LATER, Kind.SENT, Kind.NOT_SENT, Kind.SENT, Kind.UNANSWERED);

        assertThat(again.progress().firstFailureAt()).contains(NOON);
    }

    @Test
    void orderThatAPersonRoutedStartsAfresh() {
        StopOrder manual = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT, Kind.UNANSWERED, Kind.BUDGET_SPENT);

        assertThat(after(manual, LATER, Kind.ROUTED).progress().firstFailureAt())
                .isEmpty();
    }

    @Test
    void inquiriesBecomeSlowerHoweverOftenTheOrderIsSentAgain() {
        StopOrder doubtful = after(Samples.order(Phase.QUEUED), NOON, Kind.SENT, Kind.UNANSWERED)
                .afterInquiry(NOON)
                .afterInquiry(NOON);

        assertThat(doubtful.progress().inquiries()).isEqualTo(2);
        StopOrder sentAgain = after(doubtful, NOON, Kind.NOT_KNOWN, Kind.SENT, Kind.UNANSWERED);
        assertThat(sentAgain.progress().inquiries()).isEqualTo(3);
        assertThat(after(sentAgain, NOON, Kind.BUDGET_SPENT, Kind.ROUTED)
                        .progress()
                        .inquiries())
                .isZero();
    }

    @Test
    void flagsAreKeptOnce() {
        Feedback shortBalance = new Feedback(
                Samples.ORDER,
                ResultCode.BALANCE_SHORT,
                Optional.of(NOON),
                Optional.of(Money.ZERO),
                List.of(),
                ReportedBookings.NONE,
                true);

        StopOrder order =
                Samples.order(Phase.SENDING).answered(shortBalance, RULES, NOON).answered(shortBalance, RULES, NOON);

        assertThat(order.notes().flags()).containsExactly(OrderFlag.BALANCE_SHORT);
        assertThat(order.notes().resultCode()).isEqualTo("1200");
    }

    @Test
    void eventThatSaysNothingNewLeavesTheOrderAlone() {
        assertThat(Samples.order(Phase.IN_EFFECT).after(Samples.event(Kind.CONFIRMED), NOON))
                .isEmpty();
    }

    private static StopOrder after(StopOrder order, Instant at, Kind... kinds) {
        StopOrder moved = order;
        for (Kind kind : kinds) {
            moved = moved.after(Samples.event(kind), at).orElseThrow();
        }
        return moved;
    }
}
