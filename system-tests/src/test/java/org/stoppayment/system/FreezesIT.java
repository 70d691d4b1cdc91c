package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.intake.v1.FileCaseRequest;
import org.stoppayment.proto.intake.v1.FilingFacts;
import org.stoppayment.system.testkit.DispatchDesk;
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
    private static final String DIGEST = "a1".repeat(32);
    private static final String POLICE = "上海市公安局";

    private final DispatchDesk desk;
    private final SimulatedBanks banks;
    private final ServiceClients clients;

    FreezesIT(RunningSuite running) {
        this.desk = running.desk();
        this.banks = running.banks();
        this.clients = running.clients();
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
        assertThat(desk.awaitBooked(caseId).getFrozenFen()).isZero();
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

        awaitState(freezeOfB.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        desk.awaitOrder(caseA, account.getNumber(), StopOrderState.STOP_ORDER_STATE_LIFTED);
        await().atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(banks.liveStops(account.getNumber()))
                .isZero());
        assertThat(banks.frozenFen(account.getNumber())).isEqualTo(TAINT / 2);
    }

    private void lift(Freeze freeze) {
        clients.holds()
                .liftFreeze(LiftFreezeRequest.newBuilder()
                        .setApplicationId(freeze.getApplicationId())
                        .setReason("查明与案件无关")
                        .setDocumentDigest(DIGEST)
                        .setApprover(chief())
                        .setUnrelatedFunds(true)
                        .setOperator(DispatchDesk.OFFICER)
                        .build());
        awaitState(freeze.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
    }

    private String filedCase(Transfer transfer) {
        String caseId = desk.report(Reports.of(transfer));
        desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        clients.intake()
                .fileCase(FileCaseRequest.newBuilder()
                        .setRequestId(Reports.newId())
                        .setCaseId(caseId)
                        .setOperator(DispatchDesk.OFFICER)
                        .setFacts(FilingFacts.newBuilder()
                                .setNumber("2026-8")
                                .setOrganisation(POLICE)
                                .setFiledAt(desk.getCase(caseId).getCase().getAcceptedAt())
                                .setDocumentDigest(DIGEST))
                        .build());
        return caseId;
    }

    /** The filing reaches account-freeze a moment later: until then the freeze is refused. */
    private Freeze freeze(String caseId, Account account, FreezeState expected) {
        OrderFreezeRequest request = OrderFreezeRequest.newBuilder()
                .setCaseId(caseId)
                .setInstitutionCode(account.getInstitutionCode())
                .setAccountNumber(account.getNumber())
                .setDocumentDigest(DIGEST)
                .setApprover(chief())
                .setOperator(DispatchDesk.OFFICER)
                .build();
        Freeze ordered = await().atMost(RunningSuite.TIMEOUT)
                .ignoreExceptionsMatching(
                        failure -> String.valueOf(failure.getMessage()).contains("not filed"))
                .until(() -> clients.holds().orderFreeze(request).getFreeze(), freeze -> true);
        return awaitState(ordered.getApplicationId(), expected);
    }

    private Freeze awaitState(String freezeId, FreezeState expected) {
        return await().atMost(RunningSuite.TIMEOUT)
                .until(
                        () -> clients.holds()
                                .getFreeze(GetFreezeRequest.newBuilder()
                                        .setApplicationId(freezeId)
                                        .build())
                                .getFreeze(),
                        freeze -> freeze.getState() == expected);
    }

    private static Approver chief() {
        return Approver.newBuilder()
                .setOrganisation(POLICE)
                .setBadgeNumber("000001")
                .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
                .build();
    }
}
