package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeDesk;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** What a process that dies leaves behind is done by another one, once. */
@QuarkusTest
class FreezeCrashResilienceTest extends HoldsFixture {

    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofMinutes(1);

    @Test
    void freezeThatADeadProcessWasSendingIsInquiredAbout() {
        String caseId = filedCase();
        CompletableFuture<Void> neverInTime = new CompletableFuture<>();
        desk().onFreeze(account, Bank.holds(neverInTime, desk().holds("0000", TAINT)));
        gateway().onInquiry(account.getNumber(), desk().holds("0000", TAINT));
        Freeze sending = order(freezeOf(caseId), FreezeState.FREEZE_STATE_SENDING);

        time.jump(LONGER_THAN_THE_LEASE);
        advanceHolds();

        awaitState(sending.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        neverInTime.complete(null);
        assertThat(desk().freezes()).hasSize(1);
    }

    @Test
    void freezeIsBookedEvenIfTheProcessDiedRightAfterTheAnswer() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.accepted()));
        Freeze accepted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_ACCEPTED);
        database.execute("ALTER TABLE claim RENAME TO claim_out_of_reach");
        try {
            freeze().callBack(bank(), FreezeDesk.held(accepted.getApplicationId(), "0000", time.instant(), TAINT));
            assertThat(database.number("SELECT count(*) FROM freeze_order WHERE booking_due_at IS NOT NULL"))
                    .isEqualTo(1);
        } finally {
            database.execute("ALTER TABLE claim_out_of_reach RENAME TO claim");
        }

        time.jump(LONGER_THAN_THE_LEASE);
        advanceHolds();

        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        bookAll();
        assertThat(booked(caseId, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(TAINT);
        assertThat(database.number("SELECT count(*) FROM freeze_order WHERE booking_due_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void calledOffFreezeIsNotSentAgain() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.notSent()));
        String freezeId = freeze().holds()
                .orderFreeze(freezeOf(caseId).build())
                .getFreeze()
                .getApplicationId();
        awaitQuiet();
        assertThat(shown(freezeId).getState()).isEqualTo(FreezeState.FREEZE_STATE_REQUESTED);
        int tried = desk().freezes().size();

        assertThat(freeze().holds().liftFreeze(liftOf(freezeId).build()).getLiftApplicationId())
                .isEmpty();
        time.jump(LONGER_THAN_THE_LEASE);
        advanceHolds();

        assertThat(shown(freezeId).getState()).isEqualTo(FreezeState.FREEZE_STATE_LIFTED);
        assertThat(desk().freezes()).hasSize(tried);
    }
}
