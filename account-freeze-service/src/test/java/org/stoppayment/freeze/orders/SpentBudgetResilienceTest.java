package org.stoppayment.freeze.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_DOUBT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Ten minutes of doubt need a person; the truth is still taken whenever it comes. */
@QuarkusTest
class SpentBudgetResilienceTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    @Test
    void tenMinutesOfDoubtNeedAPersonAndALateFeedbackStillTellsTheTruth() {
        StopOrder order = tenMinutesInDoubt();
        assertThat(order.getManualReason()).isEqualTo("BUDGET_SPENT");
        assertThat(freeze().progress(caseId).getSettled()).isTrue();

        freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), time.instant(), 60));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getTaintedHeldFen())
                .isEqualTo(60);
    }

    @Test
    void inquiriesGoOnWhileAPersonIsWaitedFor() {
        StopOrder order = tenMinutesInDoubt();
        long before = gateway().inquiriesAfter(order.getApplicationId());

        waitAndAdvance();
        assertThat(gateway().inquiriesAfter(order.getApplicationId())).isEqualTo(before + 1);
        gateway().onInquiry(payee.getNumber(), gateway().stops(60));
        waitAndAdvance();

        awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void supplementWhileAPersonIsWaitedForIsBookedWithTheLateFeedback() {
        StopOrder order = tenMinutesInDoubt();
        freeze().deliver(Report.of(caseId).paid(payee, 400));
        book();
        assertThat(freeze().progress(caseId).getOrdersCount()).isEqualTo(1);

        freeze().callBack(ICBC, Outcomes.stopped(order.getApplicationId(), time.instant(), 450));
        bookAll();

        assertThat(booked(caseId, payee, FUNDS_POSITION_HELD)).isEqualTo(450);
    }

    private StopOrder inDoubt() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
    }

    private StopOrder tenMinutesInDoubt() {
        inDoubt();
        gateway().onInquiry(payee.getNumber(), Bank.answers(Outcomes.noAnswer()));
        time.jump(Duration.ofMinutes(9));
        advance();
        awaitOrder(caseId, STOP_ORDER_STATE_IN_DOUBT);
        time.jump(Duration.ofMinutes(1));
        advance();
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }
}
