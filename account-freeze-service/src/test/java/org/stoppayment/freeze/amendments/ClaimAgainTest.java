package org.stoppayment.freeze.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_HELD;
import static org.stoppayment.proto.freeze.v1.FundsPosition.FUNDS_POSITION_LIFTED;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_IN_EFFECT;
import static org.stoppayment.proto.freeze.v1.StopOrderState.STOP_ORDER_STATE_LIFTED;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.proto.freeze.v1.StopOrder;

/** A case whose claim has ended, or has lost its stop, claims the account again. */
@QuarkusTest
class ClaimAgainTest extends ClaimEndFixture {

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
