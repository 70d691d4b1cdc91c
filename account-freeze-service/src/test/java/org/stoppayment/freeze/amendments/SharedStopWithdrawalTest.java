package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** 撤案 where several cases claim one account: the stop stays as long as one of them has an active claim. */
@QuarkusTest
class SharedStopWithdrawalTest extends WithdrawalFixture {

    @Test
    void otherCaseKeepsTheStopThatTheWithdrawnOnePlaced() {
        StopOrder order = inEffectForBoth();

        withdraw(caseId, 1);
        bookAll();

        assertThat(gateway().lifts()).isEmpty();
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(booked(other, payee, FUNDS_POSITION_HELD)).isEqualTo(1135);
        assertThat(freeze().progress(other).getTaintedHeldFen()).isEqualTo(1135);
        assertNothingIsLeftToRelease();
    }

    @Test
    void joinedCaseThatIsWithdrawnLeavesTheStopToThePlacingCaseAndWaitsForNothing() {
        StopOrder order = inEffectForBoth();

        withdraw(other, 1);
        bookAll();

        assertThat(gateway().lifts()).isEmpty();
        assertThat(freeze().order(order.getApplicationId()).getTaintedHeldFen()).isEqualTo(467);
        assertThat(booked(other, payee, FUNDS_POSITION_LIFTED)).isEqualTo(1135);
        assertThat(database.number("SELECT count(*) FROM waiting_order")).isZero();
    }

    @Test
    void bothCasesWithdrawnLeaveOneLift() {
        inEffectForBoth();

        withdraw(caseId, 1);
        assertThat(gateway().lifts()).isEmpty();
        withdraw(other, 1);
        bookAll();

        assertThat(gateway().lifts()).hasSize(1);
        assertNothingIsLeftToRelease();
    }

    @Test
    void manualOrderIsDeclinedHereUnlessAnotherCaseClaimsTheAccount() {
        Account unroutable = Report.account("", "1" + payee.getNumber().substring(1));
        freeze().deliver(Report.of(caseId).paid(unroutable, 467));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getApplicationId();
        freeze().deliver(Report.of(other).paid(unroutable, 1135));

        withdraw(caseId, 1);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
        withdraw(other, 1);

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
        assertNothingIsLeftToRelease();
    }

    @Test
    void orderOnItsWayStaysForACaseThatJoinsItMeanwhile() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        withdraw(caseId, 1);
        freeze().deliver(Report.of(other).paid(payee, 1135));

        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(id, time.instant(), 2000));
        releaseLater();
        bookAll();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().lifts()).isEmpty();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(other, payee, FUNDS_POSITION_HELD)).isEqualTo(1135);
        assertNothingIsLeftToRelease();
    }

    @Test
    void caseThatJoinedWhileALiftIsOutAndIsWithdrawnGetsNoOrderOfItsOwn() {
        StopOrder order = inEffect();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onLift(payee.getNumber(), Bank.holds(answer, Bank.says("0000")));
        liftForTheCase(order);
        freeze().deliver(Report.of(other).paid(payee, 1135));

        freeze().deliver(List.of(Withdrawn.of(other, 1)));
        release();
        answer.complete(null);
        awaitQuiet();
        bookAll();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
        assertThat(gateway().lifts()).hasSize(1);
    }

    @Test
    void waitingOrderThatIsPutBackWhileItsCaseIsWithdrawnDoesNotGoOut() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        freeze().deliver(Report.of(other).paid(payee, 1135));
        bookAll();
        fileWaitingOrderUnder(newCase());
        withdraw(other, 1);
        fileWaitingOrderUnder(other);

        freeze().callBack(
                        FakeGateway.ICBC,
                        Feedback.newBuilder().setApplicationId(id).setResultCode("0301"));
        bookAll();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    /** Under another case the withdrawal does not see the row, as when a concurrent statement deletes it and puts it back. */
    private void fileWaitingOrderUnder(String someCase) {
        database.execute("UPDATE waiting_order SET case_id = '" + someCase + "'");
    }

    @Test
    void claimThatACorrectionTookAllMoneyFromKeepsNoStop() {
        StopOrder order = inEffect();
        String typo = newCase();
        freeze().deliver(Report.of(other).paid(typo, payee, 1135));
        freeze().deliver(Report.of(other).correcting(typo, newCase(), Report.account(FakeGateway.ABC), 1135));
        bookAll();

        withdraw(caseId, 1);

        assertThat(gateway().lifts()).hasSize(1);
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
    }

    @Test
    void orderThatWaitsForAClaimWithoutMoneyDoesNotGoOut() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);
        String typo = newCase();
        freeze().deliver(Report.of(other).paid(typo, payee, 1135));
        freeze().deliver(Report.of(other).correcting(typo, newCase(), Report.account(FakeGateway.ABC), 1135));

        withdraw(caseId, 1);
        waitAndAdvance();
        bookAll();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void claimOfATransferWhoseSumIsNotKnownKeepsTheStop() {
        StopOrder order = inEffect();
        freeze().deliver(Report.of(other).paidUnknownSum(payee));
        bookAll();

        withdraw(caseId, 1);

        assertThat(gateway().lifts()).isEmpty();
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertNothingIsLeftToRelease();
    }

    @Test
    void claimThatProtectsAnAccountKeepsTheStop() {
        StopOrder order = inEffect();
        freeze().deliver(Report.of(other).protecting(payee));
        bookAll();

        withdraw(caseId, 1);

        assertThat(gateway().lifts()).isEmpty();
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
    }
}
