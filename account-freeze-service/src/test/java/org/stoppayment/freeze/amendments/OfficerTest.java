package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.FakeGateway.ABC;
import static org.stoppayment.freeze.testkit.FakeGateway.ICBC;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_MANUAL;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_QUEUED;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** What a person does: routes and resolves orders, lifts stops, is told. */
@QuarkusTest
class OfficerTest extends FreezeFixture {

    private final String caseId = newCase();
    private final Account payee = account();
    /** No code, and a number that begins with nobody's BIN. */
    private final Account unroutable =
            Report.account("", "1" + payee.getNumber().substring(1));

    private StopOrder manualOrder() {
        freeze().deliver(Report.of(caseId).paid(unroutable, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);
    }

    private String lift(String applicationId) {
        return freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(applicationId)
                        .setReason("unrelated")
                        .setReference("order 17")
                        .build())
                .getLiftApplicationId();
    }

    private StopOrder inEffect() {
        freeze().deliver(Report.of(caseId).paid(payee, 700));
        return awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
    }

    @Test
    void personRoutesAnOrderThatNobodyElseCould() {
        StopOrder manual = manualOrder();
        assertThat(gateway().sends()).isEmpty();

        StopOrder routed = freeze().route(manual.getApplicationId(), ABC, "officer 5");

        assertThat(routed.getState()).isEqualTo(STOP_ORDER_STATE_QUEUED);
        assertThat(routed.getReference()).isEqualTo("officer 5");
        advance();
        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getApplicationId()).isEqualTo(manual.getApplicationId());
        assertThat(order.getTaintedHeldFen()).isEqualTo(700);
        assertThat(gateway().sends()).singleElement().satisfies(sent -> assertThat(sent.getInstitutionCode())
                .isEqualTo(ABC));
    }

    @Test
    void personRecordsWhatTheBankSaidOnTheTelephone() {
        StopOrder manual = manualOrder();

        freeze().officer()
                .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setApplicationId(manual.getApplicationId())
                        .setReference("fax 3")
                        .setFeedback(Outcomes.stopped(manual.getApplicationId(), time.instant(), 500))
                        .build());

        StopOrder order = awaitOrder(caseId, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(order.getReference()).isEqualTo("fax 3");
        assertThat(order.getTaintedHeldFen()).isEqualTo(500);
        assertThat(gateway().sends()).isEmpty();
    }

    @Test
    void resolutionThatSettlesNothingOrNamesNobodyIsRefused() {
        StopOrder manual = manualOrder();

        assertThatThrownBy(() -> freeze().route(manual.getApplicationId(), "999999999999", "x"))
                .hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> freeze().route(manual.getApplicationId(), ICBC, " "))
                .hasMessageContaining("reference");
        assertThatThrownBy(() -> freeze().route(newCase(), ICBC, "x")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> freeze().officer()
                        .resolveManualOrder(ResolveManualOrderRequest.newBuilder()
                                .setOperator(Officers.DUTY)
                                .setApplicationId(manual.getApplicationId())
                                .setReference("x")
                                .setFeedback(Outcomes.stopped(manual.getApplicationId(), time.instant(), 1)
                                        .setResultCode("1100"))
                                .build()))
                .hasMessageContaining("feedback.resultCode");
        assertThat(freeze().order(manual.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
    }

    @Test
    void orderWhoseAccountNumberIsUnusableIsRefusedForItsNumberAndNotForTheInstitution() {
        freeze().deliver(Report.of(caseId).paid(Report.account(ICBC, "62" + "7".repeat(3_600)), 50));
        StopOrder manual = awaitOrder(caseId, STOP_ORDER_STATE_MANUAL);

        assertThatThrownBy(() -> freeze().route(manual.getApplicationId(), ICBC, "officer 5"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("account number: 62***")
                .hasMessageContaining("(expected: 1..64 letters, digits or @._+)")
                .hasMessageNotContainingAny("institutionCode", "7777");
        assertThat(freeze().order(manual.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_MANUAL);
    }

    @Test
    void orderThatTheGatewayCannotReadWaitsForAPerson() {
        gateway().onSend(payee.getNumber(), Bank.fails(Status.INVALID_ARGUMENT));

        freeze().deliver(Report.of(caseId).paid(payee, 100));

        assertThat(awaitOrder(caseId, STOP_ORDER_STATE_MANUAL).getManualReason())
                .isEqualTo("UNREADABLE_BY_GATEWAY");
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }

    @Test
    void orderThatWaitsForNobodyCannotBeResolved() {
        StopOrder order = inEffect();

        assertThatThrownBy(() -> freeze().route(order.getApplicationId(), ABC, "x"))
                .hasMessageContaining("FAILED_PRECONDITION");
    }

    @Test
    void stopIsLiftedOnceTheBankSaysSoAndItsMoneyIsBookedAsLifted() {
        StopOrder order = inEffect();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onLift(payee.getNumber(), Bank.holds(answer, Bank.says("0000")));

        String liftId = lift(order.getApplicationId());
        assertThat(lift(order.getApplicationId())).isEqualTo(liftId);
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        answer.complete(null);
        awaitQuiet();

        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().lifts()).singleElement().satisfies(sent -> assertThat(sent.getApplicationId())
                .isEqualTo(liftId));
        bookAll();
        assertThat(freeze().progress(caseId).getTaintedHeldFen()).isZero();
    }

    @Test
    void silenceAboutALiftIsDoubtAndTheSameLiftIsSentAgainOnlyWhenTheBankDoesNotKnowIt() {
        StopOrder order = inEffect();
        gateway().onLift(payee.getNumber(), Bank.answers(Outcomes.noAnswer()), Bank.says("0000"));
        String liftId = lift(order.getApplicationId());
        advanceAmendments();
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);

        for (int i = 0; i < 3; i++) {
            time.jump(Duration.ofSeconds(31));
            advanceAmendments();
        }

        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().lifts()).hasSize(2).allSatisfy(sent -> assertThat(sent.getApplicationId())
                .isEqualTo(liftId));
    }

    @Test
    void liftThatTheBankRefusesLeavesTheStopAndMayBeAskedForAgain() {
        StopOrder order = inEffect();
        gateway().onLift(payee.getNumber(), Bank.says("0600"), Bank.says("0000"));
        String refused = lift(order.getApplicationId());
        advanceAmendments();
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);

        assertThat(lift(order.getApplicationId())).isNotEqualTo(refused);
        advanceAmendments();

        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
    }

    @Test
    void onlyAStopInEffectIsLifted() {
        StopOrder manual = manualOrder();

        assertThatThrownBy(() -> lift(manual.getApplicationId())).hasMessageContaining("FAILED_PRECONDITION");
        assertThatThrownBy(() -> lift(newCase())).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void personIsToldOnceOfAManualOrder() {
        StopOrder manual = manualOrder();

        alert();
        alert();

        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_ORDER_MANUAL);
                    assertThat(told.getApplicationId()).isEqualTo(manual.getApplicationId());
                    assertThat(told.getDetail()).isEqualTo("NO_ROUTE");
                });
    }

    @Test
    void personIsToldWhenAnOrdersFirstFailureIsAMinuteOldAndNotBefore() {
        gateway().onSend(payee.getNumber(), Bank.answers(Outcomes.notSent()));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        awaitOrder(caseId, STOP_ORDER_STATE_QUEUED);

        time.jump(Duration.ofSeconds(59));
        alert();
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .isEmpty();

        time.jump(Duration.ofSeconds(2));
        alert();
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.getDefaultInstance())
                        .getAlertsList())
                .singleElement()
                .satisfies(told -> assertThat(told.getKind()).isEqualTo(AlertKind.ALERT_KIND_ORDER_FAILING));
    }

    @Test
    void caseThatJoinedAnOrderWhichIsDeclinedGetsItsOwn() {
        String second = newCase();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway()
                .onSend(
                        payee.getNumber(),
                        Bank.holds(answer, Bank.says("0400")),
                        gateway().stops(900));
        freeze().deliver(Report.of(caseId).paid(payee, 100));
        freeze().deliver(Report.of(second).paid(payee, 300));
        assertThat(gateway().sendsTo(payee.getNumber())).hasSizeLessThanOrEqualTo(1);
        answer.complete(null);
        awaitQuiet();

        time.jump(Duration.ofSeconds(6));
        book();
        advance();
        awaitQuiet();

        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
        assertThat(awaitOrder(second, payee, STOP_ORDER_STATE_IN_EFFECT).getTaintedHeldFen())
                .isEqualTo(300);
    }
}
