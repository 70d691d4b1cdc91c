package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.system.testkit.DispatchDesk;
import org.stoppayment.system.testkit.PrintLogsOnFailure;
import org.stoppayment.system.testkit.Reports;
import org.stoppayment.system.testkit.RunningSuite;
import org.stoppayment.system.testkit.SharedSuite;
import org.stoppayment.system.testkit.SimulatedBanks;

/** Institutions that misbehave: every order still ends in its true state, and has one effect where one is due. */
@ExtendWith({SharedSuite.class, PrintLogsOnFailure.class})
@Isolated
class FaultIT {

    private static final long FEN = 123_456;

    private final RunningSuite running;
    private final DispatchDesk desk;
    private final SimulatedBanks banks;

    FaultIT(RunningSuite running) {
        this.running = running;
        this.desk = running.desk();
        this.banks = running.banks();
    }

    @BeforeEach
    @AfterEach
    void allBanksBehave() {
        banks.behave();
    }

    @Test
    void oneHangingInstitutionOfTenDelaysNoOtherAndItsOwnOrderSettlesOnceItAnswersAgain() {
        desk.awaitBooked(desk.report(Reports.of(
                SimulatedBanks.TEN.stream().map(bank -> Reports.paid(bank, FEN)).toList())));
        running.simulator().misbehave(SimulatedBanks.PSBC, Map.of("kind", "HANG"));
        List<Transfer> transfers =
                SimulatedBanks.TEN.stream().map(bank -> Reports.paid(bank, FEN)).toList();

        String caseId = desk.report(Reports.of(transfers));

        String tenth = transfers.get(9).getPayee().getNumber();
        StopOrder unanswered = desk.awaitOrder(caseId, tenth, StopOrderState.STOP_ORDER_STATE_IN_DOUBT);
        Instant gaveUp = when(unanswered, StopOrderState.STOP_ORDER_STATE_IN_DOUBT);
        assertThat(desk.progress(caseId).getOrdersList())
                .filteredOn(order -> !order.getAccount().getNumber().equals(tenth))
                .hasSize(9)
                .as("in effect while the tenth was still SENDING")
                .allSatisfy(order -> assertThat(when(order, StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                        .isBefore(gaveUp));

        running.simulator().behave(SimulatedBanks.PSBC);

        assertThat(desk.awaitBooked(caseId).getOrdersList()).hasSize(10).allSatisfy(this::assertOneStop);
    }

    /** A fault for the first stop of an institution, the state that it leads to first, and how often the order comes. */
    private record Fault(String kind, String before, int arrivals) {}

    @Test
    void aFaultLeavesTheOrderInEffectOnce() {
        List<Fault> faults = List.of(
                new Fault("ERROR_500", "IN_DOUBT", 2),
                new Fault("RESET", "IN_DOUBT", 2),
                new Fault("GARBAGE", "IN_DOUBT", 1),
                new Fault("SLOW_BODY", "IN_DOUBT", 1),
                new Fault("WRONG_APPLICATION_ID", "IN_DOUBT", 1),
                new Fault("WRONG_SIGNATURE", "IN_DOUBT", 1),
                new Fault("CALLBACK_BEFORE_202", "SENDING", 1),
                new Fault("FUTURE_STOP", "SENDING", 1),
                new Fault("BARE_RESULT", "SENDING", 1));
        Map<Fault, Transfer> transfers = new LinkedHashMap<>();
        for (int i = 0; i < faults.size(); i++) {
            String bank = SimulatedBanks.TEN.get(i);
            running.simulator().misbehave(bank, Map.of("kind", faults.get(i).kind(), "times", 1));
            transfers.put(faults.get(i), Reports.paid(bank, FEN));
        }

        String caseId = desk.report(Reports.of(List.copyOf(transfers.values())));

        desk.awaitBooked(caseId);
        assertThat(transfers).allSatisfy((fault, transfer) -> {
            StopOrder order =
                    desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
            assertOneStop(order);
            assertThat(states(order)).contains(fault.before());
            assertThat(banks.order(order.getApplicationId()).arrivals()).hasSize(fault.arrivals());
        });
    }

    @Test
    void aStopMomentFarAheadIsFlaggedAndItsTermCountedFromReceipt() {
        running.simulator().misbehave(SimulatedBanks.BOC, Map.of("kind", "FUTURE_STOP"));
        Transfer transfer = Reports.paid(SimulatedBanks.BOC, FEN);
        Instant sent = SystemTime.SOURCE.instant();

        String caseId = desk.report(Reports.of(transfer));

        StopOrder order =
                desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getFlagsList()).containsExactly("STOP_MOMENT_IN_FUTURE");
        assertThat(OrderStates.instant(order.getStoppedAt())).isAfter(sent.plus(Duration.ofMinutes(50)));
        assertThat(OrderStates.instant(order.getExpiresAt()))
                .isBetween(
                        sent.plus(Duration.ofHours(48)).minusSeconds(2),
                        SystemTime.SOURCE.instant().plus(Duration.ofHours(48)).plusSeconds(2));
    }

    @Test
    void anInstitutionThatIsDownCostsNoAttemptAndIsReachedOnceItIsBack() {
        running.simulator().misbehave(SimulatedBanks.CCB, Map.of("kind", "DOWN"));
        Transfer transfer = Reports.paid(SimulatedBanks.CCB, FEN);
        String number = transfer.getPayee().getNumber();

        String caseId = desk.report(Reports.of(transfer));
        StopOrder waiting = desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_QUEUED);
        assertThat(waiting.getAttempts()).isZero();
        running.simulator().behave(SimulatedBanks.CCB);

        StopOrder order = desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertOneStop(order);
        assertThat(order.getAttempts()).isEqualTo(1);
        assertThat(states(order)).doesNotContain("IN_DOUBT");
    }

    @Test
    void anInstitutionThatCallsBackEndsInEffectOnce() {
        running.simulator().change(SimulatedBanks.CITIC, Map.of("mode", "ASYNC"));
        List<Transfer> transfers = List.of(
                Reports.paid(SimulatedBanks.CITIC, FEN),
                Reports.paid(SimulatedBanks.CITIC, FEN),
                Reports.paid(SimulatedBanks.CITIC, FEN));

        String caseId = desk.report(Reports.of(transfers));

        assertThat(desk.awaitBooked(caseId).getOrdersList()).hasSize(3).allSatisfy(order -> {
            assertOneStop(order);
            assertThat(states(order)).doesNotContain("IN_DOUBT");
        });
    }

    @Test
    void anOrderThatIsNeverAnsweredGoesToAPersonAndALateAnswerStillMovesItToItsTrueState() {
        running.simulator().misbehave(SimulatedBanks.SPDB, Map.of("kind", "HANG", "books", true, "inquiries", true));
        Transfer late = Reports.paid(SimulatedBanks.SPDB, FEN);
        String never = MagicAccount.NEVER_ANSWERS.number();

        String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.CIB, never, FEN), late));

        desk.awaitOrder(caseId, never, StopOrderState.STOP_ORDER_STATE_IN_DOUBT);
        StopOrder lost = desk.awaitOrder(caseId, never, StopOrderState.STOP_ORDER_STATE_MANUAL);
        assertThat(lost.getManualReason()).isEqualTo("BUDGET_SPENT");
        assertThat(banks.order(lost.getApplicationId()).effects()).isZero();
        String number = late.getPayee().getNumber();
        desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_MANUAL);

        running.simulator().behave(SimulatedBanks.SPDB);

        assertOneStop(desk.awaitOrder(caseId, number, StopOrderState.STOP_ORDER_STATE_IN_EFFECT));
        assertThat(desk.awaitBooked(caseId).getTaintedHeldFen()).isEqualTo(FEN);
    }

    @Test
    void everyOrderOfACaseHasAtMostOneEffectWhenAllInstitutionsMisbehaveAtOnce() {
        List<String> faults = List.of(
                "ERROR_500",
                "RESET",
                "GARBAGE",
                "SLOW_BODY",
                "WRONG_APPLICATION_ID",
                "WRONG_SIGNATURE",
                "HANG",
                "DOWN");
        Map<String, String> faultOf = new HashMap<>();
        for (int i = 0; i < faults.size(); i++) {
            faultOf.put(SimulatedBanks.TEN.get(i), faults.get(i));
            running.simulator().misbehave(SimulatedBanks.TEN.get(i), Map.of("kind", faults.get(i)));
        }

        String caseId = desk.report(Reports.of(
                SimulatedBanks.TEN.stream().map(bank -> Reports.paid(bank, FEN)).toList()));

        await().atMost(RunningSuite.TIMEOUT)
                .until(() -> desk.progress(caseId).getOrdersList().stream()
                                .filter(order -> order.getTimelineCount() > 1)
                                .count()
                        >= 9);
        banks.behave();
        assertThat(desk.awaitBooked(caseId).getOrdersList())
                .hasSize(10)
                .allSatisfy(order -> assertThat(order.getState())
                        .as(faultOf.getOrDefault(order.getAccount().getInstitutionCode(), "no fault"))
                        .isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                .allSatisfy(this::assertOneStop);
    }

    private void assertOneStop(StopOrder order) {
        assertThat(order.getState()).isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(banks.order(order.getApplicationId()).effects()).isEqualTo(1);
        assertThat(banks.liveStops(order.getAccount().getNumber())).isEqualTo(1);
    }

    private static List<String> states(StopOrder order) {
        return order.getTimelineList().stream()
                .map(entry -> OrderStates.name(entry.getState()))
                .toList();
    }

    private static Instant when(StopOrder order, StopOrderState state) {
        return order.getTimelineList().stream()
                .filter(entry -> entry.getState() == state)
                .map(TimelineEntry::getAt)
                .map(OrderStates::instant)
                .findFirst()
                .orElseThrow(() -> new AssertionError("order was never " + state));
    }
}
