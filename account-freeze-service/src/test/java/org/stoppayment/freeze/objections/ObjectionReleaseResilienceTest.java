package org.stoppayment.freeze.objections;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** What institutions decline or do not answer, and what a process that dies leaves behind. */
@QuarkusTest
class ObjectionReleaseResilienceTest extends ObjectionsFixture {

    private static final ObjectionOutcome UPHELD = ObjectionOutcome.OBJECTION_OUTCOME_UPHELD;
    private static final ObjectionState RELEASING = ObjectionState.OBJECTION_STATE_RELEASING;
    private static final ObjectionState RELEASE_FAILED = ObjectionState.OBJECTION_STATE_RELEASE_FAILED;
    private static final ObjectionState DECIDED = ObjectionState.OBJECTION_STATE_DECIDED;

    @Test
    void releaseThatTheInstitutionDeclinesIsAlertedAndDoneOnceAPersonHasLiftedTheFreeze() {
        Freeze held = heldFreeze();
        desk().onAmendment(account, Bank.says("0600"), Bank.says("0000"));

        Objection failed = awaitState(decide(approvedDecisionOf(open(objection()), UPHELD)), RELEASE_FAILED);

        assertThat(failed.getReleaseFailure()).isEqualTo("0600");
        assertThat(failed.hasClosedAt()).isFalse();
        assertThat(alertsAbout(failed.getObjectionId())).containsExactly("OBJECTION_RELEASE_FAILED 1 UPHELD 0600");
        assertThat(decide(approvedDecisionOf(failed, UPHELD)).getState()).isEqualTo(RELEASE_FAILED);

        freeze().holds().liftFreeze(liftOf(held.getApplicationId()).build());
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        time.jump(Duration.ofMinutes(5));

        Objection closed = awaitState(failed, DECIDED);
        assertThat(closed.getReleaseFailure()).isEmpty();
    }

    @Test
    void declinedLiftOfAStopIsNoReleaseAlthoughTheClaimHasEnded() {
        String caseId = stoppedCase();
        gateway().onLift(account.getNumber(), Bank.says("0600"), Bank.says("0000"));

        Objection failed = awaitState(decide(decisionOf(open(objection()), UPHELD)), RELEASE_FAILED);
        assertThat(failed.getReleaseFailure()).isEqualTo("0600");

        liftStop(stopOf(caseId).getApplicationId(), caseId);
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LIFTED);
        time.jump(Duration.ofMinutes(5));
        awaitState(failed, DECIDED);
    }

    @Test
    void freezeThatIsDeclinedInPlaceOfAStopFailsTheRelease() {
        filedCase();
        desk().onFreeze(account, Bank.says("0300"));

        Objection failed = awaitState(
                decide(approvedDecisionOf(open(objection()), ObjectionOutcome.OBJECTION_OUTCOME_LIMITED)),
                RELEASE_FAILED);

        assertThat(failed.getReleaseFailure()).isEqualTo("0300");
        assertThat(alertsAbout(failed.getObjectionId())).containsExactly("OBJECTION_RELEASE_FAILED 1 LIMITED 0300");
    }

    @Test
    void objectionIsDecidedOnlyWhenTheInstitutionHasAnswered() {
        Freeze held = heldFreeze();
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        Objection decided = decide(approvedDecisionOf(open(objection()), UPHELD));
        awaitQuiet();
        time.jump(Duration.ofSeconds(6));
        advanceObjections();
        assertThat(shown(decided).getState()).isEqualTo(RELEASING);

        freeze().callBack(bank(), Outcomes.feedback(shown(decided).getReleaseApplicationId()));

        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        awaitState(decided, DECIDED);
    }

    @Test
    void decisionOfAProcessThatDiedBeforeTheReleaseIsCarriedOut() {
        Freeze held = heldFreeze();
        Objection opened = open(objection());
        database.execute("ALTER TABLE freeze_amendment RENAME TO freeze_amendment_out_of_reach");
        Objection decided;
        try {
            decided = decide(approvedDecisionOf(opened, UPHELD));
        } finally {
            database.execute("ALTER TABLE freeze_amendment_out_of_reach RENAME TO freeze_amendment");
        }
        assertThat(decided.getState()).isEqualTo(RELEASING);
        assertThat(shown(decided).getReleaseApplicationId()).isEmpty();
        assertThat(desk().lifts()).isEmpty();

        awaitState(decided, DECIDED);

        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        assertThat(desk().lifts()).hasSize(1);
    }

    @Test
    void releaseOfAProcessThatDiedRightAfterItWasOrderedIsNotOrderedAgain() {
        heldFreeze();
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        Objection decided = decide(approvedDecisionOf(open(objection()), UPHELD));
        String order = decided.getReleaseApplicationId();
        assertThat(order).isNotEmpty();
        awaitQuiet();
        database.execute("UPDATE objection SET release_application_id = NULL");

        time.jump(Duration.ofSeconds(6));
        advanceObjections();

        assertThat(shown(decided).getReleaseApplicationId()).isEqualTo(order);
        freeze().callBack(bank(), Outcomes.feedback(order));
        awaitState(decided, DECIDED);
        assertThat(desk().lifts()).hasSize(1);
    }

    @Test
    void liftThatAnotherOfficerHasOrderedIsWaitedFor() {
        Freeze held = heldFreeze();
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        String other = freeze().holds()
                .liftFreeze(liftOf(held.getApplicationId()).build())
                .getLiftApplicationId();
        awaitQuiet();
        Objection decided = decide(approvedDecisionOf(open(objection()), UPHELD));
        assertThat(decided.getState()).isEqualTo(RELEASING);
        time.jump(Duration.ofSeconds(6));
        advanceObjections();
        assertThat(shown(decided).getState()).isEqualTo(RELEASING);

        freeze().callBack(bank(), Outcomes.feedback(other));

        Objection closed = awaitState(decided, DECIDED);
        assertThat(closed.getReleaseApplicationId()).isEmpty();
        assertThat(desk().lifts()).hasSize(1);
    }

    @Test
    void holdThatEndsByLawWhileItsReleaseIsUnansweredIsReleased() {
        Freeze held = heldFreeze();
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        Instant end = CommonWire.instant(held.getExpiresAt());
        time.jump(Duration.between(time.instant(), end.minusSeconds(30)));
        Objection decided = decide(approvedDecisionOf(open(objection()), UPHELD));
        assertThat(decided.getReleaseApplicationId()).isNotEmpty();

        advanceHoldsAt(end.plusSeconds(1));
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_AUTO_LIFTED);

        awaitState(decided, DECIDED);
        assertThat(alertsAbout(decided.getObjectionId())).isEmpty();
    }

    @Test
    void freezeThatWasNeverSentIsCalledOffAndItsStopLifted() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.notSent()));
        Freeze requested = order(freezeOf(caseId), FreezeState.FREEZE_STATE_REQUESTED);

        Objection decided = decide(approvedDecisionOf(open(objection()), UPHELD));

        awaitState(decided, DECIDED);
        awaitState(requested.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LIFTED);
        assertThat(desk().lifts()).isEmpty();
    }
}
