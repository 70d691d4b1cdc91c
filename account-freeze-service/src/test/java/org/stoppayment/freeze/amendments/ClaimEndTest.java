package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.ClaimEndCause.CLAIM_END_CAUSE_LIFTED;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LAPSED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** Several cases claim one stopped account: each claim ends by itself, and the stop is lifted when none is active. */
@QuarkusTest
class ClaimEndTest extends ClaimEndFixture {

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
            bookAll(); // an event of this round must not arrive in the next one, whose cases are the same
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
}
