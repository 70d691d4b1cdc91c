package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Feedback;

/** An order on an account that has a live stop of ours waits: until that one turns out to be none. */
@QuarkusTest
class WaitingOrderTest extends FreezeFixture {

    private static final Duration TERM_AND_MORE = Duration.ofHours(49);

    private final String first = newCase();
    private final String second = newCase();
    private final Account payee = account();

    private void stopsOfTheFirst(long... balances) {
        for (long balance : balances) {
            String caseId = newCase();
            gateway().onSend(payee.getNumber(), gateway().stops(balance));
            freeze().deliver(Report.of(caseId).paid(payee, 1000));
            awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
            time.jump(TERM_AND_MORE);
        }
    }

    @Test
    void accountThatIsNamedWhenItsTermIsOverThoughNobodyHasLookedYetIsStoppedAgain() {
        stopsOfTheFirst(800);
        freeze().deliver(Report.of(second).paid(payee, 700));
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);

        advance();
        book();

        awaitOrder(second, payee, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(second, payee, FUNDS_POSITION_HELD)).isEqualTo(700);
    }

    @Test
    void caseThatNamedTheAccountWithinTheTermJoinedThatStop() {
        gateway().onSend(payee.getNumber(), gateway().stops(800));
        freeze().deliver(Report.of(first).paid(payee, 1000));
        awaitOrder(first, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(Report.of(second).paid(payee, 700));
        time.jump(TERM_AND_MORE);

        advance();
        bookAll();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void accountThatHadItsTwoStopsIsRefusedHereAlsoToOneThatWaited() {
        stopsOfTheFirst(800);
        advance();
        stopsOfTheFirst(600);
        freeze().deliver(Report.of(second).paid(payee, 700));
        freeze().deliver(Report.of(second).paid(payee, 50));

        advance();
        book();

        assertThat(freeze().progress(second).getOrdersList())
                .filteredOn(order -> !order.getJoined())
                .hasSize(2)
                .allSatisfy(order -> {
                    assertThat(order.getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
                    assertThat(order.getResultCode()).isEqualTo("1304");
                });
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
    }

    @Test
    void orderThatCouldNotBePlacedIsPlacedAsSoonAsItCan() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.answers(Outcomes.accepted()),
                        gateway().stops(800));
        freeze().deliver(Report.of(first).paid(payee, 1000));
        String id = awaitOrder(first, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        freeze().deliver(Report.of(second).paid(payee, 700));
        book();
        database.execute("ALTER TABLE stop_order ADD CONSTRAINT no_room CHECK (case_id <> '" + second + "') NOT VALID");
        try {
            freeze().callBack(
                            FakeGateway.ICBC,
                            Feedback.newBuilder().setApplicationId(id).setResultCode("0301"));
            book();
            time.jump(Duration.ofSeconds(6));
            book();
        } finally {
            database.execute("ALTER TABLE stop_order DROP CONSTRAINT no_room");
        }
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);

        time.jump(Duration.ofSeconds(6));
        book();

        awaitOrder(second, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
    }

    @Test
    void orderThatWaitsLongestGoesFirstAndTheOthersGoOnWaiting() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.answers(Outcomes.accepted()),
                        Bank.says("0301"),
                        gateway().stops(800));
        freeze().deliver(Report.of(first).paid(payee, 1000));
        String id = awaitOrder(first, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        freeze().deliver(Report.of(second).paid(payee, 700));
        freeze().deliver(Report.of(second).paid(payee, 50));
        book();

        freeze().callBack(
                        FakeGateway.ICBC,
                        Feedback.newBuilder().setApplicationId(id).setResultCode("0301"));
        for (int declined = 0; declined < 2; declined++) {
            book();
            awaitQuiet();
        }

        awaitOrder(second, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sendsTo(payee.getNumber()))
                .extracting(sent -> sent.getTransfers(0).getAmountFen())
                .containsExactly(1000L, 700L, 50L);
    }

    @Test
    void orderOfAClaimThatACorrectionTookAllMoneyFromGoesOutOnceMoneyIsTracedToTheAccount() {
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.answers(Outcomes.accepted()),
                        gateway().stops(800));
        freeze().deliver(Report.of(first).paid(payee, 1000));
        String id = awaitOrder(first, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        Account right = Report.account(FakeGateway.ABC);
        gateway().onSend(right.getNumber(), Bank.answers(Outcomes.accepted()));
        String typo = newCase();
        freeze().deliver(Report.of(second).paid(typo, payee, 70_000));
        freeze().deliver(Report.of(second).correcting(typo, newCase(), right, 70_000));
        String ofTheRight = awaitOrder(second, right, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        freeze().callBack(
                        FakeGateway.ICBC,
                        Feedback.newBuilder().setApplicationId(id).setResultCode("0301"));
        bookAll();
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);

        freeze().callBack(
                        FakeGateway.ABC,
                        Outcomes.stopped(ofTheRight, time.instant(), 20_000)
                                .addOutflows(Outcomes.outflow("1", 50_000, payee, Report.PAID_AT.plusSeconds(20))));
        bookAll();

        awaitOrder(second, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
    }
}
