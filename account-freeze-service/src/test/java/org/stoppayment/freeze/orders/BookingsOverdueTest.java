package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.BookingsFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;

/** Bookings that an institution said are to come and that do not: until when it is asked, and that its stop ends in time. */
@QuarkusTest
class BookingsOverdueTest extends BookingsFixture {

    @Test
    void restThatNeverComesIsToldOnceAndTheStopLapsesExactlyAtItsTime() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first));
        time.jump(BUDGET.minusSeconds(1));
        advance();
        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id).getFlagsList()).as("not yet").isEmpty();
        assertThat(dueAt(id)).as("an inquiry when the budget is spent").isBeforeOrEqualTo(stoppedAt.plus(BUDGET));

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitInquiriesNoted(id, 2);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("BOOKINGS_INCOMPLETE");
        assertSettled(true);
        assertToldOnce(id);
        assertThat(dueAt(id)).isBetween(time.instant(), time.instant().plus(Duration.ofMinutes(10)));

        time.standAt(stoppedAt.plus(TERM).minusSeconds(1));
        advance();
        awaitInquiriesNoted(id, 3);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(dueAt(id)).isBeforeOrEqualTo(stoppedAt.plus(TERM));
        time.jump(Duration.ofSeconds(1));
        advance();
        StopOrder lapsed = awaitOrder(caseId, a, STOP_ORDER_STATE_LAPSED);
        assertThat(lapsed.getTimeline(lapsed.getTimelineCount() - 1).getAt())
                .isEqualTo(Outcomes.timestamp(stoppedAt.plus(TERM)));
        assertThat(neverDue(id)).as("the stop is over, and people were told").isTrue();
        assertToldOnce(id);
    }

    @Test
    void restThatComesAfterPeopleWereToldIsTracedAndTheFlagGoes() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(false, first), bookings(true, first, rest));
        time.jump(BUDGET);
        advance();
        awaitInquiriesNoted(id, 1);
        assertToldOnce(id);

        time.jump(Duration.ofMinutes(10));
        advance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(TERM));
        assertToldOnce(id);
    }

    @Test
    void inquiryAndEndOfTermBothDueIsTheEnd() {
        String id = stoppedWithMoreToComeAndToldTenSecondsBeforeTheEnd();
        gateway().onInquiry(a.getNumber(), bookings(false, first));

        time.jump(Duration.ofSeconds(10));
        advance();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(gateway().inquiriesAfter(id)).isZero();
    }

    @Test
    void inquiryThatTheInstitutionIsSlowToAnswerDelaysNoLapse() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        String id = stoppedWithMoreToComeAndToldTenSecondsBeforeTheEnd();
        gateway().onInquiry(a.getNumber(), Bank.holds(answer, bookings(true, first, rest)));
        time.jump(Duration.ofSeconds(9));
        advance();
        await().atMost(PATIENCE).until(() -> gateway().inquiriesAfter(id) == 1);

        time.jump(Duration.ofSeconds(1));
        advance();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        answer.complete(null);
        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, a).getSums().getLapsedFen()).isEqualTo(30_000);
        assertAddsUp(trace);
        assertThat(neverDue(id)).isTrue();
    }

    @Test
    void inquiriesGoOnAfterTheLapseUntilTheBudgetIsSpent() {
        String id = stoppedWithMoreToComeAndToldTenSecondsBeforeTheEnd();
        gateway().onInquiry(a.getNumber(), bookings(false, first));
        time.jump(Duration.ofSeconds(10));
        advance();
        awaitOrder(caseId, a, STOP_ORDER_STATE_LAPSED);
        assertSettled(false);

        waitAndAdvance();
        awaitInquiriesNoted(id, 1);
        time.jump(BUDGET);
        advance();
        awaitInquiriesNoted(id, 2);

        assertThat(freeze().order(id).getFlagsList()).containsExactly("BOOKINGS_INCOMPLETE");
        assertThat(neverDue(id)).isTrue();
        assertSettled(true);
        assertToldOnce(id);
    }

    @Test
    void restOfALiftedStopIsStillAskedForAndTraced() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(true, first, rest));
        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setReason("a mistake")
                        .setReference("fax 1")
                        .build());
        advanceAmendments();
        awaitOrder(caseId, a, STOP_ORDER_STATE_LIFTED);

        waitAndAdvance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(node(awaitTrace(caseId), a).getSums().getLiftedFen()).isEqualTo(30_000);
    }

    @Test
    void replicasThatLookAtOnceInquireOnce() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.holds(answer, bookings(false, first)));
        for (int round = 1; round <= 3; round++) {
            time.jump(Duration.ofSeconds(10));
            advanceAtOnce(3);
            answer.complete(null);
            awaitInquiriesNoted(id, round);
            assertThat(gateway().inquiriesAfter(id)).isEqualTo(round);
        }
    }

    @Test
    void inquiryOfAProcessThatDiesIsMadeAgainAfterItsLease() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.holds(never, bookings(false, first)), bookings(true, first, rest));
        time.jump(Duration.ofSeconds(1));
        advance();
        await().atMost(PATIENCE).until(() -> gateway().inquiriesAfter(id) == 1);
        time.jump(Duration.ofSeconds(7));
        advance();
        assertThat(gateway().inquiriesAfter(id)).as("its lease runs").isEqualTo(1);

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        awaitTrace(caseId);
        never.complete(null);
    }
}
