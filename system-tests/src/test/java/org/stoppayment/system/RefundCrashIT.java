package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.system.testkit.Crash;
import org.stoppayment.system.testkit.FreezeOffice;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.RefundOffice;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** A process is killed while several plans are being paid, between orders and receipts; each victim is paid once. */
@ExtendWith(PrintLogsOnFailure.class)
class RefundCrashIT {

    private static final List<String> BANKS = List.of(
            SimulatedBanks.ABC, SimulatedBanks.BOC, SimulatedBanks.CITIC, SimulatedBanks.CMB, SimulatedBanks.PSBC);
    private static final List<Integer> MILLIS_WHILE_PAYING = List.of(1_000, 2_000);
    private static final long MAX_FEN = 10_000_000;

    private static RunningSuite running;
    private static Random random;
    private static FreezeOffice freezes;
    private static RefundOffice refunds;

    @BeforeAll
    static void startTheSuite() {
        random = Crash.random(RefundCrashIT.class);
        running = Crash.running("refund-crash");
        freezes = new FreezeOffice(running.clients());
        refunds = new RefundOffice(running.clients());
    }

    @AfterAll
    static void stopTheSuite() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Crash.class,
            names = {"OF_RECOVERY", "OF_GATEWAY"})
    void whicheverProcessIsKilledEachVictimIsPaidOnce(Crash crash) {
        running.banks().behave();
        Map<String, Transfer> cases = frozenCases();
        for (String bank : BANKS) {
            running.simulator().change(bank, Map.of("responseMillis", MILLIS_WHILE_PAYING));
        }
        for (String bank : List.of(SimulatedBanks.CITIC, SimulatedBanks.CMB)) {
            running.simulator().change(bank, Map.of("mode", "ASYNC"));
        }

        Map<Transfer, RefundPlan> plans = new ConcurrentHashMap<>();
        cases.entrySet().parallelStream()
                .forEach(each -> plans.put(
                        each.getValue(),
                        refunds.payOnceSettled(each.getKey(), each.getValue().getAmountFen())));
        assertThat(plans.values()).anyMatch(RefundCrashIT::isUnderway);
        crash.strike(running.suite());

        assertThat(plans).hasSize(BANKS.size());
        plans.forEach(RefundCrashIT::assertPaidOnce);
    }

    /** The others take no part between order and receipt, but for the database; still each victim is paid once. */
    @ParameterizedTest
    @EnumSource(
            value = Crash.class,
            names = {"OF_INTAKE", "OF_FREEZE", "OF_POSTGRES"})
    @Tag("full")
    void whicheverOtherProcessIsKilledEachVictimIsPaidOnce(Crash crash) {
        whicheverProcessIsKilledEachVictimIsPaidOnce(crash);
    }

    private static Map<String, Transfer> frozenCases() {
        Map<String, Transfer> cases = new HashMap<>();
        for (String bank : BANKS) {
            Transfer transfer = Reports.paid(bank, random.nextLong(1, MAX_FEN));
            transfer = transfer.toBuilder()
                    .setPayer(transfer.getPayer().toBuilder().setNumber(Reports.freshNumber()))
                    .build();
            cases.put(running.desk().report(Reports.of(transfer)), transfer);
        }
        cases.forEach((caseId, transfer) -> {
            running.desk()
                    .awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
            freezes.file(caseId, running.desk().getCase(caseId).getCase().getAcceptedAt());
        });
        cases.forEach((caseId, transfer) -> {
            Freeze freeze = freezes.orderOnceFiled(caseId, transfer.getPayee());
            freezes.awaitState(freeze.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
            refunds.verifyIdentity(caseId);
        });
        return cases;
    }

    private static boolean isUnderway(RefundPlan plan) {
        return refunds.payments(plan.getPlanId()).stream()
                .anyMatch(payment -> payment.getState() != RefundPaymentState.REFUND_PAYMENT_STATE_PAID);
    }

    private static void assertPaidOnce(Transfer transfer, RefundPlan plan) {
        RefundPayment payment = refunds.awaitPaid(plan.getPlanId());
        assertThat(payment.getPaidFen()).isEqualTo(transfer.getAmountFen());
        assertThat(payment.getReceiptsList()).hasSize(1);
        assertThat(payment.getFlagsList()).isEmpty();
        assertThat(running.banks().order(payment.getPaymentId()).effects()).isEqualTo(1);
        assertThat(running.banks().balanceFen(transfer.getPayer().getNumber())).isEqualTo(transfer.getAmountFen());
        assertThat(running.banks().frozenFen(transfer.getPayee().getNumber())).isZero();
    }
}
