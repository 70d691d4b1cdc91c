package org.stoppayment.freeze.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FreezeDesk;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.StopOrderState;

@QuarkusTest
class DecidingObjectionsTest extends ObjectionsFixture {

    private static final ObjectionOutcome UPHELD = ObjectionOutcome.OBJECTION_OUTCOME_UPHELD;
    private static final ObjectionOutcome LIMITED = ObjectionOutcome.OBJECTION_OUTCOME_LIMITED;
    private static final ObjectionOutcome REJECTED = ObjectionOutcome.OBJECTION_OUTCOME_REJECTED;
    private static final ObjectionOutcome WITHDRAWN = ObjectionOutcome.OBJECTION_OUTCOME_WITHDRAWN;
    private static final ObjectionState DECIDED = ObjectionState.OBJECTION_STATE_DECIDED;

    @Test
    void rejectedAndWithdrawnObjectionsChangeNothing() {
        String caseId = stoppedCase();

        for (ObjectionOutcome outcome : new ObjectionOutcome[] {REJECTED, WITHDRAWN}) {
            Objection decided = decide(decisionOf(open(objection()), outcome));

            assertThat(decided.getState()).isEqualTo(DECIDED);
            assertThat(decided.getDecision().getOutcome()).isEqualTo(outcome);
            assertThat(decided.getDecision().getOperator()).isEqualTo(OWNER);
            assertThat(decided.hasClosedAt()).isTrue();
        }
        assertThat(stopOf(caseId).getState()).isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        assertThat(gateway().lifts()).isEmpty();
    }

    @Test
    void sameDecisionAgainAnswersTheSameAndAnotherIsRefused() {
        stoppedCase();
        Objection opened = open(objection());
        Objection decided = decide(decisionOf(opened, REJECTED));

        assertThat(decide(decisionOf(opened, REJECTED))).isEqualTo(shown(decided));
        assertRefused("ALREADY_DECIDED", () -> decide(decisionOf(opened, UPHELD)));
        assertRefused(
                "ALREADY_DECIDED", () -> decide(decisionOf(opened, REJECTED).setReason("另有理由")));
        assertThat(gateway().lifts()).isEmpty();
    }

    @Test
    void decisionNeedsAnOutcomeAReasonAndAnOfficer() {
        assertInvalid(
                () -> decide(DecideObjectionRequest.newBuilder()),
                "objectionId",
                "outcome",
                "reason",
                "operator.organisation",
                "operator.badgeNumber");
        stoppedCase();
        Objection opened = open(objection());
        assertInvalid(() -> decide(decisionOf(opened, REJECTED).setReason("x".repeat(501))), "reason");
        assertInvalid(() -> decide(approvedDecisionOf(opened, REJECTED)), "documentDigest");
    }

    @Test
    void unknownObjectionIsNotFound() {
        assertThatThrownBy(() -> freeze().objections()
                        .getObjection(GetObjectionRequest.newBuilder()
                                .setObjectionId(newCase())
                                .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void upheldObjectionLiftsTheStop() {
        String caseId = stoppedCase();

        Objection decided = decide(decisionOf(open(objection()), UPHELD));

        assertThat(decided.getState()).isEqualTo(ObjectionState.OBJECTION_STATE_RELEASING);
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LIFTED);
        Objection closed = awaitState(decided, DECIDED);
        assertThat(gateway().lifts()).singleElement().satisfies(lift -> assertThat(lift.getApplicationId())
                .isEqualTo(closed.getReleaseApplicationId()));
    }

    @Test
    void stopThatAnotherCaseNeedsStaysWhenAnObjectionIsUpheld() {
        String objected = stoppedCase();
        String other = stoppedCase();

        Objection decided = decide(decisionOf(open(objection().setCaseId(objected)), UPHELD));

        assertThat(decided.getState()).isEqualTo(DECIDED);
        assertThat(decided.getReleaseApplicationId()).isEmpty();
        assertThat(stopOf(other).getState()).isEqualTo(StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        awaitQuiet();
        assertThat(gateway().lifts()).isEmpty();
        assertRefused("NOT_HELD", () -> open(objection().setCaseId(objected)));
    }

    @Test
    void upheldObjectionLiftsTheFreezeWithTheOriginalApproval() {
        Freeze held = heldFreeze();
        Objection opened = open(objection().setGrounds(ObjectionGrounds.OBJECTION_GROUNDS_UNRELATED_FUNDS));
        assertInvalid(
                () -> decide(decisionOf(opened, UPHELD)),
                "documentDigest",
                "approver.organisation",
                "approver.badgeNumber",
                "approver.level");
        assertRefused(
                "OTHER_APPROVER",
                () -> decide(approvedDecisionOf(opened, UPHELD)
                        .setApprover(approver("杭州市公安局", ApprovalLevel.APPROVAL_LEVEL_CITY))));
        assertThat(shown(opened).getState()).isEqualTo(ObjectionState.OBJECTION_STATE_OPEN);

        Objection decided = decide(approvedDecisionOf(opened, UPHELD).setReason("长".repeat(500)));

        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        Objection closed = awaitState(decided, DECIDED);
        assertThat(closed.getReleaseApplicationId())
                .isEqualTo(desk().lifts().get(0).getAmendment().getApplicationId());
        assertThat(desk().lifts())
                .singleElement()
                .satisfies(lift -> assertThat(lift.getAmendment().getReason()).isEqualTo("长".repeat(200)));
        assertThat(shown(held.getApplicationId()).hasUnrelatedSince()).isTrue();
    }

    @Test
    void holdOfAnUndecidedFreezeIsReleasedOnceTheInstitutionHasSaid() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.accepted()));
        Freeze accepted = order(freezeOf(caseId), FreezeState.FREEZE_STATE_ACCEPTED);
        Objection opened = open(objection());

        assertRefused("NOT_IN_EFFECT", () -> decide(approvedDecisionOf(opened, UPHELD)));
        assertRefused("NOT_IN_EFFECT", () -> decide(approvedDecisionOf(opened, LIMITED)));

        freeze().callBack(bank(), FreezeDesk.held(accepted.getApplicationId(), "0000", time.instant(), TAINT));
        awaitState(accepted.getApplicationId(), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitState(decide(approvedDecisionOf(opened, UPHELD)), DECIDED);
    }

    @Test
    void ofTwoDecisionsAtTheSameMomentOneIsTaken() {
        stoppedCase();
        Objection opened = open(objection());

        List<String> taken = atOnce(List.<Callable<String>>of(
                () -> outcomeOf(decisionOf(opened, REJECTED)), () -> outcomeOf(decisionOf(opened, WITHDRAWN))));

        assertThat(taken)
                .containsOnlyOnce("ALREADY_DECIDED")
                .contains(shown(opened).getDecision().getOutcome().name());
    }

    private String outcomeOf(DecideObjectionRequest.Builder decision) {
        try {
            return decide(decision).getDecision().getOutcome().name();
        } catch (StatusRuntimeException refused) {
            return "ALREADY_DECIDED";
        }
    }

    @Test
    void objectionIsClosedWhenItsHoldEnds() {
        String caseId = stoppedCase();
        Objection opened = open(objection());
        time.jump(Duration.ofHours(48).plusSeconds(60));
        advance();
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LAPSED);
        assertRefused("NOT_HELD", () -> decide(decisionOf(opened, UPHELD)));

        Objection ended = awaitState(opened, ObjectionState.OBJECTION_STATE_HOLD_ENDED);

        assertThat(ended.hasClosedAt()).isTrue();
        assertThat(ended.hasDecision()).isFalse();
        assertRefused("ALREADY_DECIDED", () -> decide(decisionOf(opened, REJECTED)));
    }

    @Test
    void objectionToAStopGoesOnWhenAFreezeTakesOver() {
        String caseId = filedCase();
        Objection opened = open(objection());
        Freeze held = order(freezeOf(caseId), FreezeState.FREEZE_STATE_IN_EFFECT);
        time.jump(Duration.ofHours(1));
        advanceObjections();
        assertThat(shown(opened).getState()).isEqualTo(ObjectionState.OBJECTION_STATE_OPEN);

        Objection decided = decide(approvedDecisionOf(opened, UPHELD));

        awaitState(decided, DECIDED);
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
    }
}
