package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Stops become freezes (冻结) at the institutions, and freezes end. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class FreezesIT {

    private static final long TAINT = 4_444_400;

    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final FreezeOffice office;

    FreezesIT(RunningSuite running) {
        this.desk = running.desk();
        this.banks = running.banks();
        this.office = new FreezeOffice(running.clients());
    }

    @BeforeEach
    void banksBehave() {
        banks.behave();
    }

    @Test
    void freezeTakesOverTheStopAndItsLiftLetsTheMoneyGo() {
        Transfer transfer = Reports.paid(SimulatedBanks.ICBC, TAINT);
        Account account = transfer.getPayee();
        String caseId = filedCase(transfer);

        Freeze freeze = freeze(caseId, account, FreezeState.FREEZE_STATE_IN_EFFECT);

        assertThat(freeze.getFrozenFen()).isEqualTo(TAINT);
        desk.awaitOrder(caseId, account.getNumber(), StopOrderState.STOP_ORDER_STATE_FROZEN);
        assertThat(desk.awaitBooked(caseId).getFrozenFen()).isEqualTo(TAINT);
        assertThat(banks.frozenFen(account.getNumber())).isEqualTo(TAINT);
        assertThat(banks.liveStops(account.getNumber())).isZero();

        lift(freeze);

        assertThat(banks.frozenFen(account.getNumber())).isZero();
        // The books follow the answer in a step of their own.
        await("the lift is booked")
                .atMost(RunningSuite.TIMEOUT)
                .until(() -> desk.awaitBooked(caseId).getFrozenFen() == 0);
    }

    @Test
    void stopStaysForTheOtherCaseWhoseFreezeWaitsInLineAndIsPromoted() {
        Transfer first = Reports.paid(SimulatedBanks.ABC, TAINT); // all that is on the account
        Account account = first.getPayee();
        String caseA = filedCase(first);
        String caseB = filedCase(first.toBuilder().setAmountFen(TAINT / 2).build());
        Freeze freezeOfA = freeze(caseA, account, FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(desk.awaitBooked(caseA).getFrozenFen()).isEqualTo(TAINT);
        assertThat(banks.liveStops(account.getNumber())).isEqualTo(1);

        Freeze freezeOfB = freeze(caseB, account, FreezeState.FREEZE_STATE_WAITING);
        assertThat(freezeOfB.getWaitingPlace()).isEqualTo(1);
        assertThat(banks.liveStops(account.getNumber())).isEqualTo(1);
        lift(freezeOfA);

        office.awaitState(freezeOfB.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        desk.awaitOrder(caseA, account.getNumber(), StopOrderState.STOP_ORDER_STATE_LIFTED);
        await().atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(banks.liveStops(account.getNumber()))
                .isZero());
        assertThat(banks.frozenFen(account.getNumber())).isEqualTo(TAINT / 2);
    }

    private void lift(Freeze freeze) {
        office.lift(freeze);
        office.awaitState(freeze.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
    }

    private String filedCase(Transfer transfer) {
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        office.file(caseId, desk.getCase(caseId).getCase().getAcceptedAt());
        return caseId;
    }

    private Freeze freeze(String caseId, Account account, FreezeState expected) {
        return office.awaitState(office.orderOnceFiled(caseId, account).getApplicationId(), expected);
    }
}
