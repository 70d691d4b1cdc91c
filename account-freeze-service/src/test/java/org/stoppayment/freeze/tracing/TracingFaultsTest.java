package org.stoppayment.freeze.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_BOOKING_UNCLEAR;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.TracingFixture;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.gateway.v1.Feedback;

/** Institutions that tell of bookings late, twice, in the wrong order, or what cannot be. */
@QuarkusTest
class TracingFaultsTest extends TracingFixture {

    private final String caseId = newCase();
    private final Account a = account();
    private final Account b = Report.account(ABC);
    private final Account c = account();

    @Test
    void sumsThatAreNoneAndBookingsWithoutTheirPartsAreRefused() {
        String id = stopped(100_000);
        Feedback.Builder wrong = told(id).addOutflows(to(b, "1", -5, 20))
                .addOutflows(to(b, "2", 0, 20))
                .addOutflows(to(b, "3", 10_000_000_000_001L, 20))
                .addOutflows(to(Account.getDefaultInstance(), "4", 5, 20))
                .addInflows(Outcomes.inflow("", 0, IN));

        assertThatThrownBy(() -> freeze().callBack(ICBC, wrong)).hasMessageContaining("INVALID_ARGUMENT");

        assertThat(database.number("SELECT count(*) FROM outflow")).isZero();
    }

    @Test
    void sumBeyondWhatWasTaintedCarriesNoMore() {
        moved(a, 0, to(b, "1", 10_000_000_000_000L, 20));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isEqualTo(100_000);
        assertThat(node(trace, b).getSums().getHeldFen()).isEqualTo(100_000);
        assertAddsUp(trace);
    }

    @Test
    void outflowFromBeforeTheVictimsMoneyCarriesNothing() {
        moved(a, 100_000, to(b, "1", 60_000, -11));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        Trace trace = awaitTrace(caseId);
        assertThat(isReached(trace, b)).isFalse();
        assertThat(node(trace, a).getSums().getHeldFen()).isEqualTo(100_000);
        assertThat(gateway().sends()).hasSize(1);
    }

    @Test
    void bookingOfTheVictimsMoneySaysWhetherAnOutflowCameBeforeIt() {
        moved(a, 40_000, to(b, "1", 60_000, -5));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        Trace before = awaitTrace(caseId);
        assertThat(tainted(before, a, "1")).as("it may have been in by then").isEqualTo(60_000);

        freeze().callBack(
                        ICBC,
                        told(node(before, a).getApplicationId())
                                .addInflows(Outcomes.inflow("V", 100_000, IN.minusSeconds(120))));

        Trace after = awaitTrace(caseId);
        assertThat(tainted(after, a, "1")).as("it was not").isZero();
        assertThat(node(after, a).getSums().getOnwardFen()).isZero();
        assertThat(node(after, b).getSums().getHeldFen()).isZero();
        assertAddsUp(after);
    }

    @Test
    void chainOfOneSecondIsFollowed() {
        moved(a, 0, to(b, "1", 80_000, 20));
        moved(b, 0, to(c, "1", 70_000, 20));

        freeze().deliver(Report.of(caseId).paid(a, 100_000));

        await().atMost(PATIENCE).until(() -> gateway().sends().size() == 3);
        assertThat(node(awaitTrace(caseId), c).getSums().getHeldFen()).isEqualTo(70_000);
    }

    @Test
    void bookingThatComesAgainWithAnotherTimeKeepsTheFirstAndIsTold() {
        String id = stopped(100_000);
        freeze().callBack(ICBC, told(id).addOutflows(to(b, "1", 60_000, 20)));
        freeze().callBack(ICBC, told(id).addOutflows(to(b, "1", 60_000, 21)));

        Trace trace = awaitTrace(caseId);

        assertThat(tainted(trace, a, "1")).isEqualTo(60_000);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("SERIAL_CONFLICT");
        assertAlerted(id);
    }

    @Test
    void bookingsThatCouldNotBeReadAreTold() {
        String id = stopped(100_000);

        freeze().callBack(ICBC, told(id).addUnreadable("outflows[3].amountFen"));

        assertThat(freeze().order(id).getFlagsList()).containsExactly("OUTFLOW_UNREADABLE");
        assertAlerted(id);
    }

    @Test
    void outflowAfterTheStopIsFlaggedAndAccountedFor() {
        String id = stopped(100_000);

        freeze().callBack(
                        ICBC,
                        told(id).addOutflows(Outcomes.outflow(
                                "1", 60_000, b, time.instant().plusSeconds(60))));

        Trace trace = awaitTrace(caseId);
        assertThat(freeze().order(id).getFlagsList()).containsExactly("OUTFLOW_AFTER_STOP");
        assertThat(node(trace, a).getSums().getHeldFen()).isEqualTo(40_000);
        assertThat(node(trace, b).getSums().getHeldFen()).isEqualTo(60_000);
        assertAddsUp(trace);
    }

    @Test
    void feedbackThatComesTwiceIsFollowedOnce() {
        String id = stopped(100_000);
        Feedback.Builder feedback = told(id).addOutflows(to(b, "1", 60_000, 20));

        atOnce(4, () -> freeze().callBack(ICBC, feedback));

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, b).getSums().getReceivedFen()).isEqualTo(60_000);
        assertThat(gateway().sendsTo(b.getNumber())).hasSize(1);
        assertThat(freeze().order(id).getFlagsList()).isEmpty();
        long version = database.number("SELECT version FROM trace");
        freeze().callBack(ICBC, feedback);
        awaitQuiet();
        assertThat(database.number("SELECT version FROM trace")).isEqualTo(version);
    }

    @Test
    void feedbackOutOfOrderComesToTheSame() {
        gateway().onSend(a.getNumber(), Bank.answers(Outcomes.accepted()));
        moved(b, 0, to(c, "1", 50_000, 30));
        freeze().deliver(Report.of(caseId).paid(a, 100_000));
        String id = awaitOrder(caseId, a, STOP_ORDER_STATE_ACCEPTED).getApplicationId();

        freeze().callBack(ICBC, told(id).addOutflows(to(b, "2", 40_000, 25)));
        awaitTrace(caseId);
        freeze().callBack(ICBC, told(id).addOutflows(to(b, "1", 90_000, 20)));

        Trace trace = awaitTrace(caseId);
        assertThat(tainted(trace, a, "1")).isEqualTo(90_000);
        assertThat(tainted(trace, a, "2"))
                .as("recomputed: the earlier one took it")
                .isEqualTo(10_000);
        assertThat(tainted(trace, b, "1")).isEqualTo(50_000);
        assertThat(gateway().sends()).as("no order is repeated").hasSize(3);
        assertAddsUp(trace);
    }

    @Test
    void feedbackForALapsedAndForALiftedOrderIsFollowed() {
        String lapsed = stopped(100_000);
        time.jump(Duration.ofHours(49));
        advance();
        awaitOrder(caseId, a, STOP_ORDER_STATE_LAPSED);
        freeze().callBack(ICBC, told(lapsed).addOutflows(to(b, "1", 60_000, 20)));
        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, a).getSums().getLapsedFen()).isEqualTo(40_000);
        assertThat(node(trace, b).getSums().getHeldFen()).isEqualTo(60_000);

        freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(node(trace, b).getApplicationId())
                        .setReason("a mistake")
                        .setReference("fax 1")
                        .build());
        advanceAmendments();
        awaitOrder(caseId, b, STOP_ORDER_STATE_LIFTED);
        freeze().callBack(ABC, told(node(trace, b).getApplicationId()).addOutflows(to(c, "1", 20_000, 30)));
        Trace after = awaitTrace(caseId);
        assertThat(node(after, b).getSums().getLiftedFen()).isEqualTo(40_000);
        assertThat(node(after, c).getSums().getHeldFen()).isEqualTo(20_000);
        assertAddsUp(after);
    }

    @Test
    void correctionTakesTaintAwayDownstream() {
        String transfer = newCase();
        moved(a, 0, to(b, "1", 80_000, 20));
        moved(b, 500_000);
        freeze().deliver(Report.of(caseId).paid(transfer, a, 100_000).paid(a, 30_000));
        awaitTrace(caseId);

        freeze().deliver(Report.of(caseId).correcting(transfer, newCase(), c, 100_000));
        awaitOrder(caseId, c, STOP_ORDER_STATE_IN_EFFECT);
        book();

        Trace trace = awaitTrace(caseId);
        assertThat(node(trace, a).getSums().getOnwardFen()).isEqualTo(30_000);
        assertThat(node(trace, b).getSums().getHeldFen()).isEqualTo(30_000);
        assertThat(node(trace, c).getSums().getHeldFen()).isEqualTo(100_000);
        assertAddsUp(trace);
    }

    @Test
    void tenThousandOutflowsOfOneAccountAreAllFollowed() {
        gateway().onSend(a.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(a, 1_000_000_000));
        String id = awaitOrder(caseId, a, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        Feedback.Builder feedback = told(id);
        for (int i = 0; i < 10_000; i++) {
            feedback.addOutflows(to(account(), "s" + i, i % 200 == 0 ? 20_000 : 5, 20 + i % 60));
        }

        freeze().callBack(ICBC, feedback);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> freeze().progress(caseId).getSettled());
        Trace trace = awaitTrace(caseId);
        assertThat(trace.getNodesCount()).isEqualTo(10_001);
        assertThat(trace.getTransfersCount()).isEqualTo(10_000);
        assertThat(gateway().sends()).hasSize(51);
        assertThat(trace.getTotal().getOnwardFen()).isEqualTo(50 * 20_000 + 9_950 * 5);
        assertAddsUp(trace);
    }

    /** A stop on {@code a} that holds the sum reported; ends with its order. */
    private String stopped(long fen) {
        gateway().onSend(a.getNumber(), gateway().stops(FakeGateway.BALANCE));
        freeze().deliver(Report.of(caseId).paid(a, fen));
        return awaitOrder(caseId, a, STOP_ORDER_STATE_IN_EFFECT).getApplicationId();
    }

    private Feedback.Builder told(String id) {
        return Outcomes.stopped(id, time.instant(), FakeGateway.BALANCE);
    }

    private void assertAlerted(String applicationId) {
        alert();
        alert();
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .filteredOn(alert -> alert.getKind() == ALERT_KIND_BOOKING_UNCLEAR)
                .extracting(Alert::getApplicationId)
                .containsExactly(applicationId);
    }
}
