package org.stoppayment.freeze.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertInvalid;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeDesk;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.freeze.testkit.Report;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Objections whose outcome is that only the case's money is held from now on. */
@QuarkusTest
class LimitingObjectionsTest extends ObjectionsFixture {

    private static final ObjectionOutcome UPHELD = ObjectionOutcome.OBJECTION_OUTCOME_UPHELD;
    private static final ObjectionOutcome LIMITED = ObjectionOutcome.OBJECTION_OUTCOME_LIMITED;
    private static final ObjectionState DECIDED = ObjectionState.OBJECTION_STATE_DECIDED;

    @Test
    void limitedObjectionLowersAFullFreezeToTheTaint() {
        String caseId = filedCase();
        Freeze full = order(
                freezeOf(caseId).setMode(FreezeMode.FREEZE_MODE_FULL).setReason("账户专门用于诈骗"),
                FreezeState.FREEZE_STATE_IN_EFFECT);

        Objection decided = decide(approvedDecisionOf(open(objection()), LIMITED));

        awaitState(decided, DECIDED);
        assertThat(desk().changes()).singleElement().satisfies(change -> assertThat(change.getAmountFen())
                .isEqualTo(TAINT));
        Freeze limited = shown(full.getApplicationId());
        assertThat(limited.getMode()).isEqualTo(FreezeMode.FREEZE_MODE_LIMITED);
        assertThat(limited.getFrozenFen()).isEqualTo(TAINT);
        bookAll();
        assertThat(booked(caseId, account, FundsPosition.FUNDS_POSITION_FROZEN)).isEqualTo(TAINT);
    }

    @Test
    void limitedObjectionIsNotDecidedWhileItsFreezeWaitsInLineAndTheStopHoldsAll() {
        String caseId = filedCase();
        desk().onFreeze(account, Bank.answers(Outcomes.accepted()));
        Objection releasing = decide(approvedDecisionOf(open(objection()), LIMITED));
        awaitQuiet();
        freeze().callBack(bank(), FreezeDesk.inLine(shown(releasing).getReleaseApplicationId(), 1));

        time.jump(Duration.ofSeconds(6));
        advanceObjections();

        assertThat(shown(releasing).getState()).isEqualTo(ObjectionState.OBJECTION_STATE_RELEASING);
        time.jump(Duration.ofHours(49));
        advance();
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LAPSED);
        awaitState(releasing, DECIDED);
    }

    @Test
    void freezeThatHoldsOnlyTheTaintHasNothingToRelease() {
        heldFreeze();
        Objection opened = open(objection());

        assertRefused("NOTHING_TO_RELEASE", () -> decide(approvedDecisionOf(opened, LIMITED)));
        assertThat(shown(opened).getState()).isEqualTo(ObjectionState.OBJECTION_STATE_OPEN);
    }

    @Test
    void limitedObjectionToAStopFreezesTheTaint() {
        String caseId = filedCase();

        Objection decided = decide(approvedDecisionOf(open(objection()), LIMITED));

        Objection closed = awaitState(decided, DECIDED);
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_FROZEN);
        assertThat(desk().freezes()).singleElement().satisfies(freeze -> {
            assertThat(freeze.getAmountFen()).isEqualTo(TAINT);
            assertThat(freeze.getMode()).isEqualTo(FreezeMode.FREEZE_MODE_LIMITED);
            assertThat(freeze.getApplicationId()).isEqualTo(closed.getReleaseApplicationId());
        });
    }

    @Test
    void stopOfACaseThatIsNotFiledCannotBeLimited() {
        stoppedCase();
        Objection opened = open(objection());

        assertRefused("CASE_NOT_FILED", () -> decide(approvedDecisionOf(opened, LIMITED)));
    }

    @Test
    void limitOfAStopNeedsADocumentAndAnApproval() {
        filedCase();
        Objection opened = open(objection());

        assertInvalid(
                () -> decide(decisionOf(opened, LIMITED)),
                "documentDigest",
                "approver.organisation",
                "approver.badgeNumber",
                "approver.level");
    }

    @Test
    void limitIsRefusedAsTheChangeOfTheFreezeWouldBe() {
        String caseId = filedCase();
        Freeze major = order(
                freezeOf(caseId)
                        .setMode(FreezeMode.FREEZE_MODE_FULL)
                        .setReason("账户专门用于诈骗")
                        .setMajorCase(true)
                        .setApprover(CITY_CHIEF),
                FreezeState.FREEZE_STATE_IN_EFFECT);
        Objection opened = open(objection());

        assertRefused("APPROVAL_TOO_LOW", () -> decide(approvedDecisionOf(opened, LIMITED)));
        assertThat(shown(major.getApplicationId()).getAmendmentsList()).isEmpty();

        awaitState(decide(approvedDecisionOf(opened, LIMITED).setApprover(CITY_CHIEF)), DECIDED);
    }

    @Test
    void closedCaseFreezesNothingMore() {
        String caseId = filedCase();
        Objection opened = open(objection());
        filedCases
                .close(new CaseId(Ids.parse(caseId).orElseThrow()), time.instant())
                .await()
                .atMost(PATIENCE);

        assertRefused("CASE_CLOSED", () -> decide(approvedDecisionOf(opened, LIMITED)));
    }

    @Test
    void stopThatHoldsNoMoneyOfTheCaseIsLiftedAndNotLimited() {
        String caseId = newCase();
        gateway()
                .onSend(
                        account.getNumber(),
                        gateway()
                                .stopsAndTells(
                                        FakeGateway.BALANCE,
                                        Outcomes.outflow("s1", TAINT, account(), Report.PAID_AT.plusSeconds(60))));
        freeze().deliver(Report.of(caseId).paid(account, TAINT));
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);
        file(caseId);
        bookAll();
        Objection opened = open(objection());

        assertRefused("NOTHING_TO_FREEZE", () -> decide(approvedDecisionOf(opened, LIMITED)));

        awaitState(decide(decisionOf(opened, UPHELD)), DECIDED);
        awaitOrder(caseId, account, StopOrderState.STOP_ORDER_STATE_LIFTED);
    }
}
