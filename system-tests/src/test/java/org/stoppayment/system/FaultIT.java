package org.stoppayment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.cases.OrderStates;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.CaseProgress;
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

    @ParameterizedTest
    @CsvSource({
        // fault, times, state before it settles, arrivals at least, arrivals at most
        "ERROR_500, 1, IN_DOUBT, 2, 2",
        "RESET, 1, IN_DOUBT, 2, 2",
        "GARBAGE, 1, IN_DOUBT, 1, 1",
        "SLOW_BODY, 1, IN_DOUBT, 1, 1",
        "WRONG_APPLICATION_ID, 1, IN_DOUBT, 1, 1",
        "WRONG_SIGNATURE, 1, IN_DOUBT, 1, 1",
        "CALLBACK_BEFORE_202, 1, SENDING, 1, 1",
        "FUTURE_STOP, 1, SENDING, 1, 1",
        "BARE_RESULT, 1, SENDING, 1, 1"
    })
    void aFaultLeavesTheOrderInEffectOnce(String fault, int times, String before, int atLeast, int atMost) {
        running.simulator().misbehave(SimulatedBanks.ABC, Map.of("kind", fault, "times", times));
        Transfer transfer = Reports.paid(SimulatedBanks.ABC, FEN);

        String caseId = desk.report(Reports.of(transfer));

        StopOrder order =
                desk.awaitOrder(caseId, transfer.getPayee().getNumber(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertOneStop(order);
        assertThat(states(order)).contains(before);
        assertThat(banks.order(order.getApplicationId()).arrivals()).hasSizeBetween(atLeast, atMost);
        desk.awaitBooked(caseId);
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

    @ParameterizedTest
    @CsvSource({
        // account, state, code, orders that took effect, held of the sum
        "NAME_MISMATCH, DECLINED, 0301, 0, 0",
        "NO_ACCOUNT, DECLINED, 0300, 0, 0",
        "ALREADY_HELD, HELD_BY_OTHER, 1302, 0, 0",
        "THIRD_STOP, DECLINED, 1304, 0, 0",
        "BALANCE_SHORT, IN_EFFECT, 1200, 1, 61728",
        "SLOW, IN_EFFECT, 0000, 1, 123456",
        "DUPLICATE_CALLBACK, IN_EFFECT, 0000, 1, 123456",
        "LATE_CALLBACK, IN_EFFECT, 0000, 1, 123456",
        "GARBAGE, IN_EFFECT, 0000, 1, 123456"
    })
    void aMagicAccountEndsInTheStateOfItsCode(MagicAccount magic, String state, String code, int effects, long held) {
        String caseId = desk.report(Reports.of(Reports.paid(SimulatedBanks.CMB, magic.number(), FEN)));

        StopOrder order = desk.awaitOrder(caseId, magic.number(), StopOrderState.valueOf("STOP_ORDER_STATE_" + state));
        assertThat(order.getResultCode()).isEqualTo(code);
        assertThat(order.getTaintedHeldFen()).isEqualTo(held);
        assertThat(order.getMismatchedList())
                .isEqualTo(magic == MagicAccount.NAME_MISMATCH ? List.of("account.name") : List.of());
        assertThat(order.getFlagsList())
                .isEqualTo(magic == MagicAccount.BALANCE_SHORT ? List.of("BALANCE_SHORT") : List.of());
        SimulatedOrder seen = banks.order(order.getApplicationId());
        assertThat(seen.effects()).isEqualTo(effects);
        assertThat(seen.arrivals()).hasSize(1);
        CaseProgress progress = desk.awaitBooked(caseId);
        assertThat(progress.getTaintedHeldFen()).isEqualTo(held);
        assertThat(desk.books(caseId).getTotal().getUnknownFen()).isEqualTo(FEN - held);
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
