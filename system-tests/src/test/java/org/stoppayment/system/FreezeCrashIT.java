package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Every process is killed once while the accounts of a case are being frozen; each account ends frozen once, for the case's sum. */
@ExtendWith(PrintLogsOnFailure.class)
class FreezeCrashIT {

    private static final int ACCOUNTS_A_BANK = 2;
    private static final int CRASH_WITHIN_MILLIS = 1_500;

    private static RunningSuite running;
    private static Random random;

    @BeforeAll
    static void startTheSuite() {
        random = Crash.random(FreezeCrashIT.class);
        running = Crash.running("freeze-crash");
        running.banks().behave();
        for (String bank : SimulatedBanks.TEN) {
            running.simulator().change(bank, Map.of("responseMillis", List.of(50, 300)));
        }
        for (String bank : List.of(SimulatedBanks.CITIC, SimulatedBanks.CMB, SimulatedBanks.CIB)) {
            running.simulator().change(bank, Map.of("mode", "ASYNC"));
        }
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Crash.class)
    void whicheverProcessIsKilledEachAccountIsFrozenOnce(Crash crash) {
        FreezeOffice office = new FreezeOffice(running.clients());
        List<Transfer> transfers = SimulatedBanks.TEN.stream()
                .flatMap(bank -> random.longs(ACCOUNTS_A_BANK, 1, 10_000_000).mapToObj(fen -> Reports.paid(bank, fen)))
                .toList();
        String caseId = stoppedAndFiled(transfers, office);
        long wait = random.nextInt(CRASH_WITHIN_MILLIS);

        CompletableFuture<Void> struck = CompletableFuture.runAsync(
                () -> crash.strike(running.suite()), CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS));
        Map<Transfer, Freeze> ordered = new HashMap<>();
        for (Transfer transfer : transfers) {
            ordered.put(transfer, DispatchDesk.insist(() -> office.orderOnceFiled(caseId, transfer.getPayee())));
        }
        struck.join();

        ordered.forEach((transfer, freeze) -> assertFrozenOnce(office, caseId, transfer, freeze));
        long sum = transfers.stream().mapToLong(Transfer::getAmountFen).sum();
        await().atMost(RunningSuite.TIMEOUT).untilAsserted(() -> assertThat(
                        DispatchDesk.insist(() -> running.desk().unbooked(caseId)))
                .isEmpty());
        assertThat(running.desk().progress(caseId).getFrozenFen()).isEqualTo(sum);
        assertThat(office.freezesOf(caseId)).hasSize(transfers.size());
        Crash.awaitHandedOver(running.suite());
    }

    private static String stoppedAndFiled(List<Transfer> transfers, FreezeOffice office) {
        String caseId = running.desk().report(Reports.of(transfers));
        for (Transfer transfer : transfers) {
            running.desk()
                    .awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        }
        office.file(caseId, running.desk().getCase(caseId).getCase().getAcceptedAt());
        return caseId;
    }

    private static void assertFrozenOnce(FreezeOffice office, String caseId, Transfer transfer, Freeze ordered) {
        Account account = transfer.getPayee();
        Freeze freeze = office.awaitState(ordered.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(freeze.getFrozenFen()).isEqualTo(transfer.getAmountFen());
        assertThat(freeze.getNewHold()).isFalse();
        running.desk().awaitOrder(caseId, account.getNumber(), StopOrderState.STOP_ORDER_STATE_FROZEN);
        assertThat(running.banks().frozenFen(account.getNumber())).isEqualTo(transfer.getAmountFen());
        assertThat(running.banks().liveStops(account.getNumber())).isZero();
    }
}
