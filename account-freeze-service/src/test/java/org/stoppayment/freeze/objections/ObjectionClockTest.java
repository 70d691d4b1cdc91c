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
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;

@QuarkusTest
class ObjectionClockTest extends ObjectionsFixture {

    @Test
    void peopleAreWarnedADayBeforeTheDecisionIsDueAndToldWhenItIsOverdue() {
        heldFreeze();
        time.stand();
        Objection opened = open(objection());
        Instant due = CommonWire.instant(opened.getDueAt());
        String detail = " 1 due " + due + ", " + OWNER.getOrganisation();

        advanceObjectionsAt(due.minus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(alertsAbout(opened.getObjectionId())).isEmpty();
        advanceObjectionsAt(due.minus(Duration.ofDays(1)));
        assertThat(alertsAbout(opened.getObjectionId())).containsExactly("OBJECTION_DUE" + detail);
        advanceObjectionsAt(due.minusSeconds(1));
        assertThat(alertsAbout(opened.getObjectionId())).containsExactly("OBJECTION_DUE" + detail);
        assertThat(overdue()).isZero();
        advanceObjectionsAt(due);
        advanceObjections();
        assertThat(alertsAbout(opened.getObjectionId()))
                .containsExactly("OBJECTION_DUE" + detail, "OBJECTION_OVERDUE" + detail);
        assertThat(overdue()).isEqualTo(1);
        assertThat(freeze().officer()
                        .listAlerts(ListAlertsRequest.newBuilder()
                                .setCaseId(opened.getCaseId())
                                .build())
                        .getAlertsList())
                .allSatisfy(alert -> assertThat(alert.getInstitutionCode()).isEqualTo(account.getInstitutionCode()))
                .hasSize(2);
    }

    @Test
    void overdueObjectionCanStillBeDecided() {
        heldFreeze();
        Objection opened = open(objection());
        advanceObjectionsAt(CommonWire.instant(opened.getDueAt()).plus(Duration.ofDays(2)));
        assertThat(alertsAbout(opened.getObjectionId())).hasSize(1);

        Objection decided = decide(decisionOf(opened, ObjectionOutcome.OBJECTION_OUTCOME_REJECTED));

        assertThat(decided.getState()).isEqualTo(ObjectionState.OBJECTION_STATE_DECIDED);
        assertThat(overdue()).isZero();
    }

    @Test
    void decidedObjectionIsNeitherDueNorOverdue() {
        heldFreeze();
        Objection opened = open(objection());
        decide(decisionOf(opened, ObjectionOutcome.OBJECTION_OUTCOME_REJECTED));

        advanceObjectionsAt(CommonWire.instant(opened.getDueAt()).plusSeconds(1));

        assertThat(alertsAbout(opened.getObjectionId())).isEmpty();
    }

    @Test
    void releaseThatStaysUndecidedIsOverdueOnceInquiriesAreOver() {
        Freeze held = heldFreeze();
        Objection opened = open(objection());
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        decide(approvedDecisionOf(opened, ObjectionOutcome.OBJECTION_OUTCOME_UPHELD));
        awaitQuiet();

        time.jump(Duration.ofMinutes(9));
        assertThat(overdue()).isZero();
        time.jump(Duration.ofMinutes(1));
        assertThat(overdue()).isEqualTo(1);

        freeze().callBack(bank(), Outcomes.feedback(shown(opened).getReleaseApplicationId()));
        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        awaitState(opened, ObjectionState.OBJECTION_STATE_DECIDED);
        assertThat(overdue()).isZero();
    }

    @Test
    void renewalOfAHoldWithAnObjectionNamesIt() {
        Freeze held = heldFreeze();
        Instant end = CommonWire.instant(held.getExpiresAt());
        time.jump(
                Duration.between(time.instant(), end.minus(Duration.ofDays(30)).plusSeconds(1)));
        Objection opened = open(objection());

        advanceHolds();

        assertThat(alertsAbout(held.getApplicationId()))
                .containsExactly("FREEZE_ENDING 1 ends " + end + "; objection " + opened.getObjectionId() + " is open");
        assertThat(proposal().getOpenObjection()).isEqualTo(opened.getObjectionId());
        decide(decisionOf(opened, ObjectionOutcome.OBJECTION_OUTCOME_REJECTED));
        assertThat(proposal().getOpenObjection()).isEmpty();
    }

    private HoldProposal proposal() {
        return freeze().holds()
                .proposeHolds(ProposeHoldsRequest.getDefaultInstance())
                .getProposals(0);
    }

    private int overdue() {
        return freeze().objections()
                .listObjections(
                        ListObjectionsRequest.newBuilder().setOverdue(true).build())
                .getObjectionsCount();
    }
}
