package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_REPORTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_SENDING;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.DeliverEventsResponse;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Transfers put right while the call lasts. */
@QuarkusTest
class CorrectionTest extends FreezeFixture {

    private final String caseId = newCase();
    private final String wrong = newCase();
    private final String right = newCase();
    private final Account payee = account();
    private final Account corrected = account();

    @Test
    void correctedTransferIsANewOrderLinkedToTheOldOneAndTheBooksFollow() {
        gateway().onSend(payee.getNumber(), Bank.says("0301"));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        StopOrder declined = awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        DeliverEventsResponse taken = freeze().deliver(Report.of(caseId).correcting(wrong, right, corrected, 900));

        assertThat(taken.getDeferredEventIdsList()).isEmpty();
        StopOrder order = awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getOriginalApplicationId()).isEqualTo(declined.getApplicationId());
        assertThat(gateway().sendsTo(corrected.getNumber()).get(0).getOriginalApplicationId())
                .isEqualTo(declined.getApplicationId());
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_REPORTED)).isZero();
        assertThat(booked(caseId, corrected, FUNDS_POSITION_HELD)).isEqualTo(900);
        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(900);
    }

    @Test
    void correctedNameOrAmountGoesToTheSameAccountAgain() {
        gateway().onSend(payee.getNumber(), Bank.says("0400"), gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000).paid(payee, 50));
        StopOrder declined = awaitOrder(caseId, STOP_ORDER_STATE_DECLINED);

        freeze().deliver(Report.of(caseId).correcting(wrong, right, payee, 100));

        StopOrder order = awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getOriginalApplicationId()).isEqualTo(declined.getApplicationId());
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(150);
        CaseProgress progress = freeze().progress(caseId);
        assertThat(progress.getReportedFen()).isEqualTo(150);
        assertThat(progress.getOrders(0).getTaintedHeldFen())
                .as("what a refused order holds")
                .isZero();
    }

    @Test
    void moneyThatIsHeldOnTheWrongAccountIsReleasedFromTheBooks() {
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(1000);

        freeze().deliver(Report.of(caseId).correcting(wrong, right, corrected, 1000));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(caseId, corrected, FUNDS_POSITION_HELD)).isEqualTo(1000);
    }

    @Test
    void correctionThatOvertakesItsReportWaits() {
        Report report = Report.of(caseId).paid(wrong, payee, 1000);
        Report correction = Report.of(caseId).correcting(wrong, right, corrected, 900);

        assertThat(freeze().deliver(correction).getDeferredEventIdsList()).containsExactly(correction.eventId());
        assertThat(freeze().progress(caseId).getKnown()).isFalse();
        freeze().deliver(report);
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        assertThat(freeze().deliver(correction).getDeferredEventIdsList()).isEmpty();
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void correctionAndNewPayeesGoOutWhileTheOldOrderIsOnItsWay() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), Bank.holds(answer, gateway().stops(5000)));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_SENDING);
        Account another = account();

        DeliverEventsResponse taken =
                freeze().deliver(Report.of(caseId).paid(another, 70).correcting(wrong, right, corrected, 900));

        assertThat(taken.getDeferredEventIdsList()).isEmpty();
        awaitOrder(caseId, another, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, corrected, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, payee, STOP_ORDER_STATE_SENDING);
        answer.complete(null);
        awaitOrder(caseId, payee, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(caseId, corrected, FUNDS_POSITION_HELD)).isEqualTo(900);
        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(970);
    }

    @Test
    void correctedNameWaitsForItsAccountOnlyAndGoesOutOnceTheOldOrderIsRefused() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.holds(answer, Bank.says("0301")),
                        gateway().stops(5000));
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_SENDING);

        freeze().deliver(Report.of(caseId).correcting(wrong, right, payee, 1000));
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
        answer.complete(null);
        awaitOrder(caseId, 0, STOP_ORDER_STATE_DECLINED);
        book();
        advance();

        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();
        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(1000);
    }

    @Test
    void paymentThatTurnsOutToBeTwoIsTakenBackOnce() {
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);

        DeliverEventsResponse taken = freeze().deliver(Report.of(caseId)
                .correcting(wrong, right, corrected, 600)
                .correcting(wrong, newCase(), account(), 400));

        assertThat(taken.getDeferredEventIdsList()).isEmpty();
        awaitOrder(caseId, corrected, STOP_ORDER_STATE_IN_EFFECT);
        awaitOrder(caseId, 2, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(1000);
    }

    @Test
    void transferThatIsPutRightTwiceIsTakenBackOnceAndTheLastWordCounts() {
        Account third = account();
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(Report.of(caseId).correcting(wrong, right, corrected, 900));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);

        freeze().deliver(Report.of(caseId).correcting(wrong, newCase(), third, 800));
        awaitOrder(caseId, 2, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(800);
        assertThat(booked(caseId, payee, FUNDS_POSITION_REPORTED)).isZero();
        assertThat(booked(caseId, corrected, FUNDS_POSITION_REPORTED)).isZero();
        assertThat(booked(caseId, third, FUNDS_POSITION_HELD)).isEqualTo(800);
    }

    @Test
    void correctionThatComesTwiceHasItsEffectOnce() {
        freeze().deliver(Report.of(caseId).paid(wrong, payee, 1000));
        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        Report correction = Report.of(caseId).correcting(wrong, right, corrected, 900);

        atOnce(6, () -> freeze().deliver(correction));
        awaitOrder(caseId, 1, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(correction);

        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(900);
        assertThat(gateway().sendsTo(corrected.getNumber())).hasSize(1);
    }
}
