package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Stops that are lifted, at the bank and in the books, and the stop that an account can have no more after two. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class LiftsIT {

    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    LiftsIT(RunningSuite running) {
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void allBanksBehave() {
        banks.behave();
    }

    @Test
    void aLiftedStopIsLiftedAtTheBankAndInTheBooks() {
        Transfer transfer = Reports.paid(SimulatedBanks.CCB, 55_555);
        String caseId = desk.report(Reports.of(transfer));
        StopOrder order = desk.awaitOrder(caseId, number(transfer), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        desk.awaitBooked(caseId);

        String lift = desk.lift(order).getLiftApplicationId();

        desk.awaitOrder(caseId, number(transfer), StopOrderState.STOP_ORDER_STATE_LIFTED);
        assertThat(banks.liveStops(number(transfer))).isZero();
        SimulatedOrder seen = banks.order(lift);
        assertThat(seen.kind()).isEqualTo("LIFT");
        assertThat(seen.effects()).isEqualTo(1);
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isZero();
        Positions total = desk.books(caseId).getTotal();
        assertThat(total.getLiftedFen()).isEqualTo(55_555);
        assertThat(total.getHeldFen()).isZero();
    }

    @Test
    void aThirdStopOfAnAccountIsDeclinedBeforeItIsSent() {
        String number = Reports.freshNumber();
        for (int stop = 1; stop <= 2; stop++) {
            String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.CMB, number, 1_000)));
            desk.lift(desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT));
            desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_LIFTED);
        }

        String third = desk.report(Reports.of(Reports.paid(SimulatedBanks.CMB, number, 1_000)));

        StopOrder declined = desk.awaitOrder(third, number, StopOrderState.STOP_ORDER_STATE_DECLINED);
        assertThat(declined.getResultCode()).isEqualTo("1304");
        assertThat(banks.ordersOn(number))
                .extracting(SimulatedOrder::applicationId)
                .doesNotContain(declined.getApplicationId());
        desk.awaitBooked(third);
        assertThat(desk.books(third).getTotal().getUnknownFen()).isEqualTo(1_000);
    }

    private static String number(Transfer transfer) {
        return transfer.getPayee().getNumber();
    }
}
