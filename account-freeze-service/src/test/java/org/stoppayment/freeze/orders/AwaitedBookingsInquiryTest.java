package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.BookingsFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.Trace;

/** Bookings that an institution said are to come: how the rest comes, and what does not bring it. */
@QuarkusTest
class AwaitedBookingsInquiryTest extends BookingsFixture {

    @Test
    void restComesByInquiryAndIsTraced() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), bookings(true, first, rest));
        awaitOrder(caseId, b, STOP_ORDER_STATE_IN_EFFECT);
        assertSettled(false);
        assertThat(freeze().order(id).getAwaitsBookings()).isTrue();

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "2")).isEqualTo(40_000);
        assertThat(node(trace, c).getSums().getHeldFen()).isEqualTo(40_000);
        assertAddsUp(trace);
        assertSettled(true);
        assertThat(freeze().order(id).getAwaitsBookings()).isFalse();
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).as("they are complete").isEqualTo(1);
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(TERM));
    }

    @Test
    void restComesByCallbackAndNobodyInquires() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true, first, rest));

        assertThat(tainted(awaitTrace(caseId), a, "2")).isEqualTo(40_000);
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).isZero();
    }

    @Test
    void wordThatNothingMoreIsToComeEndsTheWaitingThoughItTellsOfNoBooking() {
        String id = stoppedWithMoreToCome();

        freeze().callBack(ICBC, part(id, true));

        awaitTrace(caseId);
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).isZero();
    }

    @Test
    void olderWordThatArrivesAfterTheWholeReopensNothing() {
        String id = stoppedWithMoreToCome();
        freeze().callBack(ICBC, part(id, true, first, rest));
        awaitTrace(caseId);

        freeze().callBack(ICBC, part(id, false, first));

        awaitTrace(caseId);
        time.jump(BUDGET);
        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(id)).isZero();
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
    }

    static Stream<Bank> answersThatBringNothing() {
        return Stream.of(
                Bank.answers(Outcomes.notKnown()),
                Bank.answers(Outcomes.noAnswer()),
                Bank.answers(Outcomes.notSent()),
                Bank.answers(Outcomes.accepted()),
                Bank.answers(Outcomes.noRoute()),
                Bank.says("0900"),
                Bank.says("1100"),
                Bank.says("1300"));
    }

    @ParameterizedTest
    @MethodSource("answersThatBringNothing")
    void inquiryThatBringsNothingSchedulesTheNextAndChangesNothingElse(Bank nothing) {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), nothing);
        StopOrder before = freeze().order(id);

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id)).isEqualTo(before);
        assertThat(dueAt(id)).isBetween(time.instant(), time.instant().plusSeconds(2));
        assertThat(gateway().sendsTo(a.getNumber())).hasSize(1);
    }

    @Test
    void institutionThatTakesItsWordBackInAnswerToAnInquiryIsNotBelievedAndNotOverheard() {
        String id = stoppedWithMoreToCome();
        gateway().onInquiry(a.getNumber(), Bank.says("0301"));

        time.jump(Duration.ofSeconds(1));
        advance();

        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(freeze().order(id).getAwaitsBookings()).isTrue();
    }

    @Test
    void whoRecordsByTelephoneThatMoreIsToComeIsRemindedAndAMachineThatNeverHadTheOrderNotAsked() {
        Account nobodys = Report.account("", "1" + a.getNumber().substring(1));
        freeze().deliver(Report.of(caseId).paid(nobodys, 100_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
        freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(id)
                        .setReference("fax 3")
                        .setFeedback(part(id, false, first))
                        .build());

        waitAndAdvance();
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(BUDGET));
        time.jump(BUDGET);
        advance();

        awaitInquiriesNoted(id, 1);
        assertThat(gateway().inquiriesAfter(id)).isZero();
        assertToldOnce(id);
        assertThat(dueAt(id)).isEqualTo(stoppedAt.plus(TERM));
    }

    @Test
    void caseThatJoinedTheStopWaitsForTheBookingsToo() {
        String id = stoppedWithMoreToCome();
        String joining = newCase();
        freeze().deliver(Report.of(joining).paid(a, 10_000));
        awaitOrder(joining, a, STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        book();
        assertThat(freeze().progress(joining).getSettled()).isFalse();
        assertThat(freeze().trace(joining).getSettled()).isFalse();

        freeze().callBack(ICBC, part(id, true, first, rest));

        awaitTrace(joining);
        assertThat(freeze().progress(joining).getSettled()).isTrue();
    }
}
