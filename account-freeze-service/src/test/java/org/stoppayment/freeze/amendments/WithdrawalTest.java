package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_CLAIM_UNHELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_ACCEPTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_DECLINED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.Feedback;

/** 撤案: the claims of a withdrawn case end. Orders that no other case needs are lifted or not sent. */
@QuarkusTest
class WithdrawalTest extends WithdrawalFixture {

    private long unheld() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_CLAIM_UNHELD)
                .count();
    }

    @Test
    void stopInEffectIsLiftedWithTheReasonOfTheWithdrawalAndBooksStay() {
        StopOrder order = inEffect();

        withdraw(caseId, 1);
        bookAll();

        assertThat(gateway().lifts()).hasSize(1);
        assertThat(database.rows("SELECT reason, reference FROM follow_up"))
                .containsExactly(List.of("the payment was made on purpose", "withdrawal 8"));
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(freeze().progress(caseId).getReportedFen()).isEqualTo(467);
        assertThat(freeze().progress(caseId).getSettled()).isTrue();
        assertThat(unheld()).isZero();
        assertNothingIsLeftToRelease();
    }

    @Test
    void withdrawalWaitsForAllSubmissionsOfTheCase() {
        inEffect();
        Event withdrawn = Withdrawn.of(caseId, 2);

        assertThat(freeze().deliver(List.of(withdrawn)).getDeferredEventIdsList())
                .containsExactly(withdrawn.getEventId());
        release();
        assertThat(gateway().lifts()).isEmpty();

        freeze().deliver(Report.of(caseId).paid(payee, 33));
        assertThat(freeze().deliver(List.of(withdrawn)).getDeferredEventIdsList())
                .isEmpty();
        assertThat(freeze().deliver(List.of(withdrawn)).getDeferredEventIdsList())
                .as("delivered again")
                .isEmpty();
        release();
        awaitQuiet();
        bookAll();
        assertThat(gateway().lifts()).hasSize(1);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LIFTED)).isEqualTo(500);
    }

    @Test
    void orderThatWaitsToBeSentIsDeclinedHereAndNeverSent() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_QUEUED).getApplicationId();

        withdraw(caseId, 1);
        waitAndAdvance();
        bookAll();

        StopOrder declined = freeze().order(id);
        assertThat(declined.getState()).isEqualTo(STOP_ORDER_STATE_DECLINED);
        assertThat(declined.getResultCode()).isEmpty();
        assertThat(declined.getTimeline(declined.getTimelineCount() - 1).getCause())
                .isEqualTo("CASE_WITHDRAWN");
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
        assertThat(freeze().progress(caseId).getSettled()).isTrue();
        assertNothingIsLeftToRelease();
    }

    @Test
    void orderOnItsWayIsLiftedWhenItComesIntoEffect() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        withdraw(caseId, 1);
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_ACCEPTED);

        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(id, time.instant(), 2000));
        assertThat(gateway().lifts()).isEmpty();
        releaseLater();
        bookAll();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().lifts()).hasSize(1);
        assertThat(booked(caseId, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertNothingIsLeftToRelease();
    }

    @Test
    void stopAfterAnAnswerThatAnotherAuthorityHoldsTheAccountIsLifted() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 467));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        withdraw(caseId, 1);
        freeze().callBack(
                        FakeGateway.ICBC,
                        Feedback.newBuilder().setApplicationId(id).setResultCode("1301"));
        releaseLater();

        freeze().callBack(FakeGateway.ICBC, Outcomes.stopped(id, time.instant(), 2000));
        releaseLater();

        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().lifts()).hasSize(1);
        assertNothingIsLeftToRelease();
    }

    @Test
    void withdrawalDuringALiftSendsNoSecondOne() {
        StopOrder order = inEffect();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onLift(payee.getNumber(), Bank.holds(answer, Bank.says("0000")));
        liftForTheCase(order);

        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        release();
        answer.complete(null);
        awaitQuiet();
        bookAll();

        assertThat(gateway().lifts()).hasSize(1);
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertNothingIsLeftToRelease();
    }

    @Test
    void moneyThatBecomesKnownAfterwardsIsTracedAndNotStopped() {
        Account next = Report.account(FakeGateway.ABC);
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.accepted()));
        freeze().deliver(Report.of(caseId).paid(payee, 100_000));
        String id = awaitOrder(caseId, STOP_ORDER_STATE_ACCEPTED).getApplicationId();
        withdraw(caseId, 1);

        freeze().callBack(
                        FakeGateway.ICBC,
                        Outcomes.stopped(id, time.instant(), 20_000)
                                .addOutflows(Outcomes.outflow("1", 80_000, next, Report.PAID_AT.plusSeconds(20))));
        releaseLater();
        bookAll();

        assertThat(gateway().sendsTo(next.getNumber())).isEmpty();
        assertThat(freeze().trace(caseId).getNodesList())
                .filteredOn(node -> node.getAccount().getNumber().equals(next.getNumber()))
                .singleElement()
                .satisfies(node -> assertThat(node.getNotFollowed()).isEqualTo("CASE_WITHDRAWN"));
        assertThat(freeze().order(id).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
    }

    @Test
    void withdrawnCaseDoesNotStopTheAccountAgain() {
        StopOrder order = inEffect();
        withdraw(caseId, 1);

        assertThatThrownBy(() -> freeze().officer()
                        .restopAccount(RestopAccountRequest.newBuilder()
                                .setOperator(Officers.DUTY)
                                .setReason("money came back")
                                .setApplicationId(order.getApplicationId())
                                .setReference("chief 4")
                                .build()))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("is withdrawn");
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }
}
