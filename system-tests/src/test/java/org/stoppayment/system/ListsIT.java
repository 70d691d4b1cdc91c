package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionRequest;
import org.stoppayment.proto.freeze.v1.CloseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.GetMuleRequest;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;
import org.stoppayment.proto.freeze.v1.MuleHistory;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.system.testkit.BankAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Likely victims and known mules, through all services. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class ListsIT {

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("96110")
            .setBadgeNumber(Reports.BADGE)
            .build();

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    ListsIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    void allBanksBehave() {
        banks.behave();
    }

    @Test
    void whoPaidAStoppedAccountAndHasNotCalledIsListedCalledAndClosed() {
        String mule = Reports.freshNumber();
        String unreported = Reports.freshNumber();
        banks.open(BankAccount.of(SimulatedBanks.BOC, mule, Reports.MULE, 100_000)
                .paidBy(Reports.PAYER, 70_000)
                .paidBy(unreported, 30_000));

        String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.BOC, mule, 70_000)));
        List<Dissuasion> listed =
                await().atMost(RunningSuite.TIMEOUT).until(() -> entries(caseId), entries -> !entries.isEmpty());

        assertThat(listed).singleElement().satisfies(entry -> {
            assertThat(entry.getPayer().getNumber()).isEqualTo(unreported);
            assertThat(entry.getAmountFen()).isEqualTo(30_000);
        });
        String id = listed.get(0).getDissuasionId();
        running.clients()
                .dissuasion()
                .claimDissuasion(ClaimDissuasionRequest.newBuilder()
                        .setDissuasionId(id)
                        .setOfficer(OFFICER)
                        .build());
        running.clients()
                .dissuasion()
                .closeDissuasion(CloseDissuasionRequest.newBuilder()
                        .setDissuasionId(id)
                        .setOfficer(OFFICER)
                        .setOutcome(DissuasionOutcome.DISSUASION_OUTCOME_DISSUADED)
                        .build());
        assertThat(entries(caseId))
                .extracting(Dissuasion::getState)
                .containsExactly(DissuasionState.DISSUASION_STATE_CLOSED);
    }

    @Test
    void caseThatNamesAKnownMuleIsUrgent() {
        String mule = Reports.freshNumber();
        for (int i = 0; i < 2; i++) {
            String earlier = desk.report(Reports.of(Reports.paid(SimulatedBanks.BOC, mule, 10_000)));
            desk.awaitOrder(earlier, mule, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        }
        String fresh = Reports.freshNumber();

        String caseId = desk.report(Reports.of(
                Reports.paid(SimulatedBanks.ICBC, fresh, 20_000), Reports.paid(SimulatedBanks.BOC, mule, 10_000)));
        StopOrder order = desk.awaitOrder(caseId, fresh, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        assertThat(order.getUrgent()).isTrue();
        MuleHistory history = running.clients()
                .mules()
                .getMule(GetMuleRequest.newBuilder().setAccountNumber(mule).build())
                .getHistories(0);
        assertThat(history.getMule().getCaseCount()).isEqualTo(3);
        assertThat(history.getMule().getHeld()).isTrue();
    }

    private List<Dissuasion> entries(String caseId) {
        return running.clients()
                .dissuasion()
                .listDissuasion(
                        ListDissuasionRequest.newBuilder().setCaseId(caseId).build())
                .getEntriesList();
    }
}
