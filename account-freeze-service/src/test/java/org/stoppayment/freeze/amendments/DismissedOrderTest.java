package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.NotToBeStopped;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A person decides that the account of a MANUAL order is not to be stopped. */
@QuarkusTest
class DismissedOrderTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();

    private StopOrder manual() {
        gateway().onSend(payee.getNumber(), Bank.says("0600"), gateway().stops(900));
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }

    private StopOrder dismiss(StopOrder order, String reason) {
        return freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(order.getApplicationId())
                        .setReference("officer 5")
                        .setNotToBeStopped(NotToBeStopped.newBuilder().setReason(reason))
                        .build())
                .getOrder();
    }

    @Test
    void orderIsDeclinedHereWithItsReasonAndReference() {
        StopOrder declined = dismiss(manual(), "a shop, not a mule");

        assertThat(declined.getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
        assertThat(declined.getResultCode()).isEmpty();
        assertThat(declined.getReference()).isEqualTo("officer 5");
        assertThat(declined.getTimeline(declined.getTimelineCount() - 1).getCause())
                .isEqualTo("NOT_TO_BE_STOPPED: a shop, not a mule");
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
        bookAll();
        assertThat(freeze().progress(caseId).getSettled()).isTrue();
    }

    @Test
    void onlyAManualOrderIsDismissedAndNotWithoutAReason() {
        StopOrder manual = manual();
        assertThatThrownBy(() -> dismiss(manual, " ")).hasMessageContaining("reason");
        dismiss(manual, "a shop");

        assertThatThrownBy(() -> dismiss(manual, "a shop")).hasMessageContaining("expected: MANUAL");
    }

    @Test
    void stopThatItsInstitutionReportsAllTheSameCounts() {
        StopOrder manual = manual();
        dismiss(manual, "a shop");

        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(manual.getApplicationId(), time.instant(), 500));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT).getBalanceHeldFen())
                .isEqualTo(500);
    }

    @Test
    void orderOfAnotherCaseThatWaitedGoesOut() {
        StopOrder manual = manual();
        String other = newCase();
        freeze().deliver(Report.of(other).paid(payee, 300));

        dismiss(manual, "a shop");
        book();

        assertThat(awaitOrder(other, payee, STOP_ORDER_STATE_IN_EFFECT).getCaseId())
                .isEqualTo(other);
    }
}
