package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeDesk;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FreezeTimelineEntry;
import org.stoppayment.proto.freeze.v1.StopOrderState;

@QuarkusTest
class FreezeDoubtResilienceTest extends HoldsFixture {

    private static final Duration LONGER_THAN_ANY_INQUIRY = Duration.ofSeconds(31);

    @Test
    void lostAnswerIsFoundByAnInquiryAndTheFreezeIsSentOnce() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(account.getNumber(), desk().holds("0000", TAINT));
        Freeze doubted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_DOUBT);

        jumpAndLook(LONGER_THAN_ANY_INQUIRY);

        awaitState(doubted.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(desk().freezes()).hasSize(1);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
    }

    @Test
    void freezeThatTheBankDoesNotKnowIsSentAgainUnderTheSameId() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.noAnswer()), desk().holds("0000", TAINT));
        Freeze doubted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_DOUBT);

        await().atMost(PATIENCE).until(() -> {
            jumpAndLook(LONGER_THAN_ANY_INQUIRY);
            return shown(doubted.getApplicationId()).getState() == FreezeState.FREEZE_STATE_IN_EFFECT;
        });

        assertThat(desk().freezes()).hasSize(2);
        assertThat(desk().freezes().get(1).getApplicationId()).isEqualTo(doubted.getApplicationId());
        assertThat(desk().freezes().get(1).toBuilder().clearResend().build())
                .isEqualTo(desk().freezes().get(0).toBuilder().clearResend().build());
    }

    @Test
    void unreachableInstitutionGetsTheFreezeOnceItIsBack() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.notSent()), desk().holds("0000", TAINT));
        String freezeId = freeze().holds()
                .orderFreeze(freezeOf(caseId).build())
                .getFreeze()
                .getApplicationId();

        await().atMost(PATIENCE).until(() -> {
            jumpAndLook(LONGER_THAN_ANY_INQUIRY);
            return shown(freezeId).getState() == FreezeState.FREEZE_STATE_IN_EFFECT;
        });
    }

    @Test
    void stopDoesNotLapseWhileItsFreezeIsUndecided() {
        String caseId = filedCase();
        Instant end = CommonWire.instant(stopOf(caseId).getExpiresAt());
        desk().onFreeze(account, Bank.answers(Outcomes.accepted()));
        Freeze accepted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_ACCEPTED);

        time.jump(Duration.between(time.instant(), end.plusSeconds(60)));
        advance();
        assertThat(stopOf(caseId).getState()).isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        freeze().callBack(bank(), FreezeDesk.held(accepted.getApplicationId(), "0000", end.minusSeconds(1), TAINT));

        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        assertThat(shown(accepted.getApplicationId()).getNewHold()).isFalse();
    }

    @Test
    void yesForAMomentAfterTheStopsEndIsANewHold() {
        String caseId = filedCase();
        Instant end = CommonWire.instant(stopOf(caseId).getExpiresAt());
        desk().onFreeze(account, Bank.answers(Outcomes.accepted()));
        Freeze accepted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_ACCEPTED);
        time.jump(Duration.between(time.instant(), end.plusSeconds(60)));
        advance();

        freeze().callBack(bank(), FreezeDesk.held(accepted.getApplicationId(), "0000", end.plusSeconds(30), TAINT));

        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_LAPSED);
        assertThat(shown(accepted.getApplicationId()).getNewHold()).isTrue();
    }

    @Test
    void declinedFreezeLeavesTheStopAsItIs() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.says("0300"));

        Freeze declined = order(freezeOf(caseId), FreezeState.FREEZE_STATE_DECLINED);

        assertThat(declined.getResultCode()).isEqualTo("0300");
        assertThat(stopOf(caseId).getState()).isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        Instant end = CommonWire.instant(stopOf(caseId).getExpiresAt());
        time.jump(Duration.between(time.instant(), end));
        advance();
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_LAPSED);
    }

    @Test
    void freezeInLineIsPromotedByACallback() {
        String caseId = filedCase();
        desk().onFreeze(account, id -> Bank.done(Outcomes.of(FreezeDesk.inLine(id, 2))));
        Freeze waiting = order(freezeOf(caseId), FreezeState.FREEZE_STATE_WAITING);
        assertThat(waiting.getWaitingPlace()).isEqualTo(2);

        freeze().callBack(bank(), FreezeDesk.held(waiting.getApplicationId(), "0000", time.instant(), TAINT));

        Freeze promoted = awaitState(waiting.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(promoted.getTimelineList())
                .extracting(FreezeTimelineEntry::getState)
                .containsSequence(FreezeState.FREEZE_STATE_WAITING, FreezeState.FREEZE_STATE_IN_EFFECT);
        assertThat(freeze().callBack(bank(), FreezeDesk.inLine(waiting.getApplicationId(), 1)))
                .as("old news is not recorded")
                .isTrue();
    }

    @Test
    void freezeBehindAnotherFreezeOfOursNeedsAPerson() {
        String first = filedCase();
        order(freezeOf(first), FreezeState.FREEZE_STATE_IN_EFFECT);
        String second = filedCase();
        desk().onFreeze(account, Bank.says("1302"));

        Freeze manual = order(freezeOf(second), FreezeState.FREEZE_STATE_MANUAL);

        assertThat(manual.getManualReason()).isEqualTo("OWN_FREEZE");
    }

    @Test
    void silentInstitutionIsLeftToAPersonWhenTheBudgetIsSpent() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(account.getNumber(), Bank.answers(Outcomes.noAnswer()));
        Freeze doubted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_DOUBT);

        jumpAndLook(Duration.ofMinutes(11));

        assertThat(awaitState(doubted.getApplicationId(), FreezeState.FREEZE_STATE_MANUAL)
                        .getManualReason())
                .isEqualTo("BUDGET_SPENT");
        desk().onFreeze(account, Bank.says("0000"));
        gateway().onInquiry(account.getNumber(), desk().holds("0000", TAINT));
        jumpAndLook(LONGER_THAN_ANY_INQUIRY);
        awaitState(doubted.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
    }

    private void jumpAndLook(Duration far) {
        time.jump(far);
        advanceHolds();
    }
}
