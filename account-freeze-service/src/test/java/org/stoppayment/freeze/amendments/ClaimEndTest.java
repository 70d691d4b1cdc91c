package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.AlertKind.ALERT_KIND_CLAIM_UNHELD;
import static org.stoppayment.proto.freeze.v1.ClaimEndCause.CLAIM_END_CAUSE_LIFTED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.freeze.testkit.Officers;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Several cases claim one stopped account: each claim ends by itself, and the stop is lifted when none is active. */
@QuarkusTest
class ClaimEndTest extends FreezeFixture {

    private static final Duration TERM_AND_MORE = Duration.ofHours(49);

    private final String placing = newCase();
    private final String joined = newCase();
    private final Account payee = account();

    private StopOrder stoppedForBoth() {
        gateway().onSend(payee.getNumber(), gateway().stops(2000));
        freeze().deliver(Report.of(placing).paid(payee, 467));
        StopOrder order = awaitOrder(placing, STOP_ORDER_STATE_IN_EFFECT);
        freeze().deliver(Report.of(joined).paid(payee, 1135));
        bookAll();
        return order;
    }

    private LiftStopResponse lift(StopOrder order, String caseId) {
        return lift(order, caseId, "wrong account");
    }

    private LiftStopResponse lift(StopOrder order, String caseId, String reason) {
        return freeze().officer()
                .liftStop(LiftStopRequest.newBuilder()
                        .setApplicationId(order.getApplicationId())
                        .setCaseId(caseId)
                        .setReason(reason)
                        .setReference("chief 3")
                        .setOperator(Operator.newBuilder()
                                .setOrganisation("Zhangzhou 110")
                                .setBadgeNumber("badge-5"))
                        .build());
    }

    private StopOrder restop(StopOrder ended, String caseId) {
        return freeze().officer()
                .restopAccount(RestopAccountRequest.newBuilder()
                        .setOperator(Officers.DUTY)
                        .setReason("money came back")
                        .setApplicationId(ended.getApplicationId())
                        .setCaseId(caseId)
                        .setReference("chief 4")
                        .build())
                .getOrder();
    }

    private List<StopClaim> claims(StopOrder order) {
        return freeze().officer()
                .getStopOrder(GetStopOrderRequest.newBuilder()
                        .setApplicationId(order.getApplicationId())
                        .build())
                .getClaimsList();
    }

    private List<String> unheld() {
        return freeze().officer().listAlerts(ListAlertsRequest.getDefaultInstance()).getAlertsList().stream()
                .filter(alert -> alert.getKind() == ALERT_KIND_CLAIM_UNHELD)
                .map(Alert::getCaseId)
                .toList();
    }

    @Test
    void claimOfThePlacingCaseEndsAndTheOtherCaseKeepsTheStopAndItsMoney() {
        StopOrder order = stoppedForBoth();

        LiftStopResponse lifted = lift(order, "");
        bookAll();

        assertThat(lifted.getLiftApplicationId()).isEmpty();
        assertThat(lifted.getActiveClaimsList()).singleElement().satisfies(claim -> {
            assertThat(claim.getCaseId()).isEqualTo(joined);
            assertThat(claim.getHeldFen()).isEqualTo(1135);
            assertThat(claim.getTaintedFen()).isEqualTo(1135);
        });
        assertThat(gateway().lifts()).isEmpty();
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_IN_EFFECT);
        assertThat(booked(placing, payee, FUNDS_POSITION_HELD)).isZero();
        assertThat(booked(placing, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(booked(joined, payee, FUNDS_POSITION_HELD)).isEqualTo(1135);
        assertThat(freeze().progress(placing).getTaintedHeldFen()).isZero();
        assertThat(freeze().progress(joined).getTaintedHeldFen()).isEqualTo(1135);
        assertThat(unheld()).isEmpty();
        assertThat(claims(order)).hasSize(2).first().satisfies(claim -> {
            assertThat(claim.getCaseId()).isEqualTo(placing);
            assertThat(claim.getEnd().getCause()).isEqualTo(CLAIM_END_CAUSE_LIFTED);
            assertThat(claim.getEnd().getReason()).isEqualTo("wrong account");
            assertThat(claim.getEnd().getReference()).isEqualTo("chief 3");
            assertThat(claim.getEnd().getOperator().getBadgeNumber()).isEqualTo("badge-5");
        });
    }

    @Test
    void institutionGetsTheLiftWhenTheLastClaimEnds() {
        StopOrder order = stoppedForBoth();
        lift(order, joined);
        bookAll();
        assertThat(gateway().lifts()).isEmpty();
        assertThat(booked(joined, payee, FUNDS_POSITION_LIFTED)).isEqualTo(1135);
        assertThat(booked(placing, payee, FUNDS_POSITION_HELD)).isEqualTo(467);

        LiftStopResponse last = lift(order, placing);
        awaitQuiet();
        bookAll();

        assertThat(last.getActiveClaimsList()).isEmpty();
        assertThat(gateway().lifts()).singleElement().satisfies(sent -> assertThat(sent.getApplicationId())
                .isEqualTo(last.getLiftApplicationId()));
        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(booked(placing, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(booked(joined, payee, FUNDS_POSITION_LIFTED)).isEqualTo(1135);
        assertThat(unheld()).isEmpty();
    }

    @Test
    void claimsThatEndAtOnceLeaveOneLift() {
        for (int round = 0; round < 10; round++) {
            cleanSlate();
            StopOrder order = stoppedForBoth();

            List<LiftStopResponse> both =
                    atOnce(List.<Callable<LiftStopResponse>>of(() -> lift(order, placing), () -> lift(order, joined)));
            awaitQuiet();

            assertThat(both)
                    .extracting(response -> response.getLiftApplicationId().isEmpty())
                    .containsExactlyInAnyOrder(true, false);
            assertThat(gateway().lifts()).hasSize(1);
        }
    }

    @Test
    void sameLiftAgainHasTheSameResultAndAnotherOneIsRefused() {
        StopOrder order = stoppedForBoth();
        lift(order, placing);

        assertThat(lift(order, placing).getLiftApplicationId()).isEmpty();
        assertThatThrownBy(() -> lift(order, placing, "another reason"))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("has ended before");
        String id = lift(order, joined).getLiftApplicationId();
        awaitQuiet();

        assertThat(lift(order, joined).getLiftApplicationId()).isEqualTo(id);
        assertThat(gateway().lifts()).hasSize(1);
    }

    @Test
    void caseWithoutAClaimIsNamed() {
        StopOrder order = stoppedForBoth();

        assertThatThrownBy(() -> lift(order, newCase()))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("caseId");
        assertThatThrownBy(() -> lift(order, "4711"))
                .hasMessageContaining("caseId")
                .hasMessageContaining("a UUID");
        assertThat(claims(order)).noneMatch(StopClaim::hasEnd);
    }

    @Test
    void stopThatIsConfirmedAfterTheClaimEndedHoldsNothingForIt() {
        StopOrder order = stoppedForBoth();
        lift(order, placing);
        freeze().deliver(Report.of(joined).paid(payee, 100));
        bookAll();

        assertThat(booked(placing, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(booked(joined, payee, FUNDS_POSITION_HELD)).isEqualTo(1235);
        time.jump(TERM_AND_MORE);
        advance();
        bookAll();

        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LAPSED);
        assertThat(booked(placing, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(unheld()).containsExactly(joined);
    }

    @Test
    void caseThatJoinsWhileTheLiftIsOutWaitsAndIsOrderedWhenItIsDone() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        gateway().onSend(payee.getNumber(), gateway().stops(2000), gateway().stops(1500));
        gateway().onLift(payee.getNumber(), Bank.holds(answer, Bank.says("0000")));
        freeze().deliver(Report.of(placing).paid(payee, 467));
        StopOrder order = awaitOrder(placing, STOP_ORDER_STATE_IN_EFFECT);
        lift(order, placing);

        freeze().deliver(Report.of(joined).paid(payee, 1135));
        book();
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
        answer.complete(null);
        awaitQuiet();
        bookAll();

        assertThat(freeze().order(order.getApplicationId()).getState()).isEqualTo(STOP_ORDER_STATE_LIFTED);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2);
        StopOrder own = awaitOrder(joined, payee, STOP_ORDER_STATE_IN_EFFECT);
        assertThat(own.getCaseId()).isEqualTo(joined);
        awaitQuiet();
        bookAll();
        assertThat(booked(joined, payee, FUNDS_POSITION_HELD)).isEqualTo(1135);
        assertThat(booked(placing, payee, FUNDS_POSITION_LIFTED)).isEqualTo(467);
        assertThat(unheld()).isEmpty();
    }

    @Test
    void caseThatLostItsStopMayStopTheAccountAgainInItsOwnName() {
        StopOrder order = stoppedForBoth();
        gateway().onSend(payee.getNumber(), gateway().stops(1500));
        time.jump(TERM_AND_MORE);
        advance();
        bookAll();
        assertThat(gateway().sendsTo(payee.getNumber()))
                .as("no new stop by itself")
                .hasSize(1);

        restop(order, joined);
        StopOrder own = awaitOrder(joined, payee, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(own.getCaseId()).isEqualTo(joined);
        assertThat(own.getTaintedFen()).isEqualTo(1135);
        assertThat(own.getOriginalApplicationId()).isEqualTo(order.getApplicationId());
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(2).last().satisfies(sent -> {
            assertThat(sent.getCaseId()).isEqualTo(joined);
            assertThat(sent.getTransfers(0).getAmountFen()).isEqualTo(1135);
        });
        assertThat(database.number("SELECT count(*) FROM waiting_order")).isZero();
        assertThat(booked(joined, payee, FUNDS_POSITION_HELD)).isEqualTo(1135);
    }

    @Test
    void caseWhoseClaimHasEndedMayStopTheAccountAgainAndItsClaimIsActiveAgain() {
        StopOrder order = stoppedForBoth();
        lift(order, joined);
        lift(order, placing);
        awaitQuiet();
        bookAll();

        restop(order, placing);
        awaitOrder(placing, payee, STOP_ORDER_STATE_IN_EFFECT);
        bookAll();

        assertThat(booked(placing, payee, FUNDS_POSITION_HELD)).isEqualTo(467);
        assertThat(booked(joined, payee, FUNDS_POSITION_LIFTED))
                .as("its claim has ended")
                .isEqualTo(1135);
        assertThat(database.rows("SELECT past_ends -> 0 ->> 'reference' FROM claim WHERE ended_at IS NULL"))
                .containsExactly(List.of("chief 3"));
        assertThatThrownBy(() -> restop(order, newCase())).hasMessageContaining("caseId");
    }

    @Test
    void laterTransferOfTheCaseClaimsTheAccountAgain() {
        StopOrder order = stoppedForBoth();
        lift(order, placing);
        bookAll();

        freeze().deliver(Report.of(placing).paid(payee, 33));
        bookAll();

        assertThat(booked(placing, payee, FUNDS_POSITION_HELD)).isEqualTo(500);
        assertThat(gateway().sendsTo(payee.getNumber())).hasSize(1);
    }
}
