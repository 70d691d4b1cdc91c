package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_FEEDBACK_CONFLICT;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_STOP_MOMENT_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Institutions that stop an account and do not say so that all of it can be read: the stop counts, and the rest is asked after. */
@QuarkusTest
class UnreadableFeedbackTest extends UnreadableFeedbackFixture {

    private static final String UNKNOWN_BOTH = "FEEDBACK_UNREADABLE stoppedAt balanceFen";

    /** The feedback with nothing but its code. */
    private static Feedback.Builder bare(String id, String code) {
        return Feedback.newBuilder().setApplicationId(id).setResultCode(code).setComplete(true);
    }

    private Feedback.Builder withoutMoment(String id) {
        return whole(id).clearStoppedAt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "1200"})
    void bareSuccessIsAStopThatHoldsNothingUntilTheInquiryBringsTheRest(String code) {
        String id = stopped(order -> bare(order, code));
        gateway().onInquiry(a.getNumber(), says(order -> bare(order, code)), says(this::whole));

        StopOrder order = freeze().order(id);
        assertThat(order.getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getResultCode()).isEqualTo(code);
        assertThat(order.getFlagsList()).contains("STOP_MOMENT_UNKNOWN", "BALANCE_UNKNOWN");
        assertThat(order.hasStoppedAt()).isFalse();
        assertThat(order.getExpiresAt()).isEqualTo(Outcomes.timestamp(stoppedAt.plus(TERM)));
        assertThat(order.getBalanceHeldFen()).isZero();
        assertThat(order.getAwaitsBookings()).isTrue();
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).containsExactly(UNKNOWN_BOTH);
        assertSettled(false);

        time.jump(Duration.ofSeconds(1));
        advance();
        awaitInquiriesNoted(id, 1);
        assertThat(freeze().order(id).getFlagsList()).contains("BALANCE_UNKNOWN");
        time.jump(Duration.ofSeconds(10));
        advance();
        awaitQuiet();

        StopOrder completed = freeze().order(id);
        assertThat(completed.getFlagsList()).doesNotContain("STOP_MOMENT_UNKNOWN", "BALANCE_UNKNOWN");
        assertThat(completed.getBalanceHeldFen()).isEqualTo(30_000);
        assertThat(completed.getAwaitsBookings()).isFalse();
        assertSettled(true);
        assertBooked(30_000, 70_000);
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).containsExactly(UNKNOWN_BOTH);
        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).isEmpty();
    }

    @Test
    void nothingIsHeldWhileTheBalanceIsUnknown() {
        stopped(this::withoutBalance);

        assertBooked(0, 100_000);
    }

    @Test
    void callBackIsToldWhatItLacksAndTheNextOneCompletesTheStop() {
        gateway().onSend(a.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        awaitQuiet();
        String id = freeze().progress(caseId).getOrders(0).getApplicationId();

        assertThat(freeze().recordFeedback(ICBC, bare(id, "0000")).getMissingList())
                .containsExactly("stoppedAt", "balanceFen");
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().recordFeedback(ICBC, withoutMoment(id)).getMissingList())
                .containsExactly("stoppedAt");
        assertThat(freeze().order(id).getFlagsList()).containsExactly("STOP_MOMENT_UNKNOWN");
        assertBooked(30_000, 70_000);
        assertThat(freeze().recordFeedback(ICBC, whole(id)).getMissingList()).isEmpty();

        StopOrder order = freeze().order(id);
        assertThat(order.getFlagsList()).isEmpty();
        assertThat(order.getStoppedAt()).isEqualTo(Outcomes.timestamp(stoppedAt));
        assertSettled(true);
        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).isEmpty();
    }

    @Test
    void resendOfABareSuccessIsStillToldWhatItLacks() {
        String id = stopped(this::whole);

        assertThat(freeze().recordFeedback(ICBC, bare(id, "0000")).getMissingList())
                .containsExactly("stoppedAt", "balanceFen");

        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertBooked(30_000, 70_000);
    }

    @Test
    void momentThatIsToldLaterBeginsTheTerm() {
        Instant moment = stoppedAt.minusSeconds(90);
        String id = stopped(this::withoutMoment);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("STOP_MOMENT_UNKNOWN");
        time.jump(Duration.ofHours(1));

        freeze().callBack(ICBC, Outcomes.stopped(id, moment, 30_000));

        assertThat(freeze().order(id).getExpiresAt()).isEqualTo(Outcomes.timestamp(moment.plus(TERM)));
        time.standAt(moment.plus(TERM).minusSeconds(1));
        advance();
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofSeconds(1));
        advance();
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void momentThatIsToldLaterAndCannotBeTrueIsToldAndTheTermStaysFromReceipt() {
        Instant moment = stoppedAt.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(8));
        String id = stopped(this::withoutMoment);

        freeze().callBack(ICBC, Outcomes.stopped(id, moment, 30_000));

        StopOrder order = freeze().order(id);
        assertThat(order.getFlagsList()).containsExactly("STOP_MOMENT_BEFORE_ORDER");
        assertThat(order.getExpiresAt()).isEqualTo(Outcomes.timestamp(stoppedAt.plus(TERM)));
        assertThat(order.getReportedExpiresAt()).isEqualTo(Outcomes.timestamp(moment.plus(TERM)));
        assertThat(told(ALERT_KIND_STOP_MOMENT_UNCLEAR)).containsExactly("STOP_MOMENT_BEFORE_ORDER " + moment);
    }

    @Test
    void otherValueThanAKnownOneIsAConflictAndTheUnknownOneIsTakenAllTheSame() {
        String id = stopped(this::withoutMoment);

        freeze().callBack(ICBC, Outcomes.stopped(id, stoppedAt, 29_000));

        StopOrder order = freeze().order(id);
        assertThat(order.getFlagsList()).containsExactly("FEEDBACK_CONFLICT");
        assertThat(order.getStoppedAt()).isEqualTo(Outcomes.timestamp(stoppedAt));
        assertBooked(30_000, 70_000);
        freeze().callBack(ICBC, Outcomes.stopped(id, stoppedAt.minusSeconds(60), 30_000));
        assertThat(freeze().order(id).getStoppedAt())
                .as("it was known by then")
                .isEqualTo(Outcomes.timestamp(stoppedAt));
        assertThat(told(ALERT_KIND_FEEDBACK_CONFLICT)).hasSize(2);
    }

    @Test
    void balanceThatNeverComesIsToldWhenTheBudgetIsSpent() {
        String id = stopped(this::withoutBalance);
        gateway().onInquiry(a.getNumber(), says(this::withoutBalance));
        assertSettled(false);

        time.standAt(stoppedAt.plus(BUDGET));
        advance();
        awaitInquiriesNoted(id, 1);

        assertThat(freeze().order(id).getFlagsList()).containsExactly("BALANCE_UNKNOWN", "BOOKINGS_INCOMPLETE");
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR))
                .containsExactlyInAnyOrder("FEEDBACK_UNREADABLE balanceFen", "BOOKINGS_INCOMPLETE");
        assertSettled(true);
        freeze().callBack(ICBC, whole(id));
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertBooked(30_000, 70_000);
    }

    @Test
    void balanceThatIsToldAfterTheEndIsBookedAsLapsed() {
        String id = stopped(this::withoutBalance);
        time.standAt(stoppedAt.plus(TERM));
        advance();
        awaitOrder(caseId, a, STOP_ORDER_STATE_LAPSED);
        assertBooked(0, 100_000);

        freeze().callBack(ICBC, whole(id));

        assertThat(freeze().order(id).getFlagsList()).doesNotContain("BALANCE_UNKNOWN", "FEEDBACK_CONFLICT");
        assertBooked(0, 70_000);
        assertThat(booked(caseId, a, FUNDS_POSITION_LAPSED)).isEqualTo(30_000);
    }

    @Test
    void balanceThatIsUnknownHoldsNothingOfAnotherCaseAndThenItsShare() {
        String id = stopped(this::withoutBalance);
        String joining = newCase();
        freeze().deliver(Report.of(joining).paid(a, 20_000));
        bookAll();
        assertThat(booked(joining, a, FUNDS_POSITION_HELD)).isZero();

        freeze().callBack(ICBC, whole(id));
        bookAll();

        assertThat(booked(joining, a, FUNDS_POSITION_HELD)).isEqualTo(20_000);
    }

    @Test
    void refusalLacksNothingAndStaysARefusal() {
        Account other = account();
        gateway().onSend(other.getNumber(), Bank.says("0301"));
        String another = newCase();
        freeze().deliver(Report.of(another).paid(other, 700));
        String id = awaitOrder(another, STOP_ORDER_STATE_DECLINED).getApplicationId();

        assertThat(freeze().recordFeedback(ICBC, bare(id, "0301")).getMissingList())
                .isEmpty();

        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        assertThat(told(ALERT_KIND_BOOKING_UNCLEAR)).isEmpty();
    }
}
