package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LAPSED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_UNKNOWN;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Forty-eight hours, and what comes after. */
@QuarkusTest
class TermTest extends FreezeFixture {

    private final String caseId = newCase();
    private final String joining = newCase();
    private final Account payee = account();

    @Test
    void stopLapsesAfter48HoursAndNotASecondBeforeAndTheBooksFollow() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(Report.of(joining).paid(payee, 300));
        bookAll();
        assertThat(booked(joining, payee, FUNDS_POSITION_HELD)).isEqualTo(300);
        Instant end = Instant.ofEpochSecond(
                order.getExpiresAt().getSeconds(), order.getExpiresAt().getNanos());

        time.standAt(end.minusSeconds(1));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofSeconds(1));
        advance();

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_LAPSED).getBalanceHeldFen())
                .isZero();
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(caseId, payee, FUNDS_POSITION_UNKNOWN)).isEqualTo(200);
        assertThat(booked(joining, payee, FUNDS_POSITION_LAPSED)).isEqualTo(300);
        assertThat(freeze().progress(caseId).getTaintedHeldFen()).isZero();
        assertThat(freeze().progress(caseId).getOrders(0).getTaintedHeldFen()).isZero();
    }

    @Test
    void momentFarAheadOfUsIsFlaggedAndCountedFromReceipt() {
        Instant now = time.stand();
        gateway()
                .onSend(
                        payee.getNumber(),
                        id -> Bank.done(Outcomes.of(Outcomes.stopped(id, now.plus(Duration.ofMinutes(11)), 50))));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getFlagsList()).containsExactly("STOP_MOMENT_IN_FUTURE");
        assertThat(order.getStoppedAt()).isEqualTo(Outcomes.timestamp(now.plus(Duration.ofMinutes(11))));
        assertThat(order.getExpiresAt()).isEqualTo(Outcomes.timestamp(now.plus(Duration.ofHours(48))));
    }

    @Test
    void secondStopOfAnAccountHoldsTheMoneyOfTheFirstAgain() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();
        bookAll();

        freeze().deliver(Report.of(joining).paid(payee, 100));
        awaitOrder(joining, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LAPSED)).isZero();
        assertThat(booked(joining, payee, FUNDS_POSITION_HELD)).isEqualTo(100);
    }

    @Test
    void secondStopThatComesBeforeTheLapseIsBookedCountsNoFenTwice() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(49));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);

        freeze().deliver(Report.of(caseId).paid(payee, 500));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_UNKNOWN)).isEqualTo(700);
    }

    @Test
    void feedbackAndLapseAtTheSameMomentBothHaveTheirEffectOnce() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        Instant end = Instant.ofEpochSecond(
                order.getExpiresAt().getSeconds(), order.getExpiresAt().getNanos());
        time.standAt(end);

        atOnce(List.of(
                () -> {
                    advanceAtOnce(3);
                    return true;
                },
                () -> freeze().callBack(
                                FakeGateway.ICBC,
                                Outcomes.stopped(order.getApplicationId(), end.minus(Duration.ofHours(48)), 800)
                                        .addOutflows(Outcomes.outflow("out-1", 200, account(), end)))));
        advance(); // where the feedback came first, the lapse is due again at the next look

        StopOrder lapsed = awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
        assertThat(lapsed.getTimelineList().stream().filter(step -> step.getState() == STOP_ORDER_STATE_LAPSED))
                .hasSize(1);
        assertThat(database.number(
                        "SELECT count(*) FROM outflow WHERE application_id = ?::uuid", order.getApplicationId()))
                .isEqualTo(1);
    }

    @Test
    void stopOfWhichTheBankTellsAfterItsTermLapsesAtOnceAndCounts() {
        Instant now = time.stand();
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 1000));
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED);
        time.jump(Duration.ofHours(50));

        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(order.getApplicationId(), now, 800));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        advance();

        awaitOrder(caseId, STOP_ORDER_STATE_LAPSED);
        assertThat(database.number("SELECT count(*) FROM stop_order WHERE counted"))
                .isEqualTo(1);
    }
}
