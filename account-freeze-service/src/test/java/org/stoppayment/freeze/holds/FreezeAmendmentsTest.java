package org.stoppayment.freeze.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.freeze.testkit.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.testkit.Bank;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Outcomes;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FundsPosition;

@QuarkusTest
class FreezeAmendmentsTest extends HoldsFixture {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void renewalBeginsWhereTheTermEnds() {
        Freeze held = heldFreeze();
        Instant end = CommonWire.instant(held.getExpiresAt());
        advanceHoldsAt(end.minus(Duration.ofDays(10)));

        freeze().holds().renewFreeze(renewalOf(held.getApplicationId()).build());

        Instant renewed = end.atZone(SHANGHAI).plusMonths(6).toInstant();
        awaitShown(held.getApplicationId(), shown -> assertThat(CommonWire.instant(shown.getExpiresAt()))
                .isEqualTo(renewed));
        assertThat(CommonWire.instant(desk().renewals().get(0).getExpiresAt())).isEqualTo(renewed);
    }

    @Test
    void renewalIsLateFromTheMomentThatTheTermEnds() {
        Freeze held = heldFreeze();
        time.jump(Duration.between(time.instant(), CommonWire.instant(held.getExpiresAt())));

        assertRefused("FREEZE_ENDED", () -> freeze().holds()
                .renewFreeze(renewalOf(held.getApplicationId()).build()));
    }

    @Test
    void renewalIsEarlyMoreThanThirtyDaysBeforeTheEnd() {
        Freeze held = heldFreeze();
        Instant end = CommonWire.instant(held.getExpiresAt());
        time.jump(
                Duration.between(time.instant(), end.minus(Duration.ofDays(30)).minusSeconds(60)));
        assertRefused("TOO_EARLY", () -> freeze().holds()
                .renewFreeze(renewalOf(held.getApplicationId()).build()));

        time.jump(Duration.ofSeconds(61));

        assertThat(freeze().holds()
                        .renewFreeze(renewalOf(held.getApplicationId()).build())
                        .getRenewalApplicationId())
                .isNotEmpty();
    }

    @Test
    void freezeIsLiftedByLawAtTheEndOfItsTerm() {
        Freeze held = heldFreeze();
        Instant end = CommonWire.instant(held.getExpiresAt());
        advanceHoldsAt(end.minusSeconds(60));
        assertThat(shown(held.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_IN_EFFECT);

        advanceHoldsAt(end);

        Freeze ended = awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_AUTO_LIFTED);
        assertThat(CommonWire.instant(ended.getEndedAt())).isEqualTo(end);
        assertThat(desk().lifts()).isEmpty();
        awaitQuiet();
        bookAll();
        assertThat(booked(held.getCaseId(), account, FundsPosition.FUNDS_POSITION_LAPSED))
                .isEqualTo(TAINT);
    }

    @Test
    void undecidedRenewalThatWasOrderedInTimeKeepsTheFreeze() {
        Freeze held = heldFreeze();
        Instant end = CommonWire.instant(held.getExpiresAt());
        desk().onAmendment(account, Bank.answers(Outcomes.accepted()));
        time.jump(Duration.between(time.instant(), end.minusSeconds(5)));
        String renewal = freeze().holds()
                .renewFreeze(renewalOf(held.getApplicationId()).build())
                .getRenewalApplicationId();
        awaitShown(held.getApplicationId(), shown -> assertThat(
                        shown.getAmendments(0).getState())
                .isEqualTo(FreezeAmendmentState.FREEZE_AMENDMENT_STATE_ACCEPTED));

        advanceHoldsAt(end.plusSeconds(1));
        assertThat(shown(held.getApplicationId()).getState()).isEqualTo(FreezeState.FREEZE_STATE_IN_EFFECT);

        freeze().callBack(bank(), Outcomes.feedback(renewal));

        awaitShown(held.getApplicationId(), shown -> assertThat(CommonWire.instant(shown.getExpiresAt()))
                .isAfter(end));
    }

    @Test
    void liftNeedsTheOrganisationThatApprovedTheFreeze() {
        Freeze held = heldFreeze();

        assertRefused("OTHER_APPROVER", () -> freeze().holds()
                .liftFreeze(liftOf(held.getApplicationId())
                        .setApprover(approver("杭州市公安局", ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build()));

        assertThat(desk().lifts()).isEmpty();
    }

    @Test
    void liftAndChangeOfAMajorCaseNeedTheCity() {
        String freezeId = order(
                        freezeOf(filedCase()).setMajorCase(true).setApprover(CITY_CHIEF),
                        FreezeState.FREEZE_STATE_IN_EFFECT)
                .getApplicationId();

        assertRefused("APPROVAL_TOO_LOW", () -> freeze().holds()
                .liftFreeze(liftOf(freezeId).build()));
        assertRefused("APPROVAL_TOO_LOW", () -> freeze().holds()
                .changeFreeze(changeOf(freezeId, 1).build()));
    }

    @Test
    void liftedFreezeReleasesTheMoney() {
        Freeze held = heldFreeze();

        String lift = freeze().holds()
                .liftFreeze(
                        liftOf(held.getApplicationId()).setUnrelatedFunds(true).build())
                .getLiftApplicationId();

        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        assertThat(desk().lifts().get(0).getAmendment().getApplicationId()).isEqualTo(lift);
        assertThat(freeze().holds()
                        .liftFreeze(liftOf(held.getApplicationId())
                                .setUnrelatedFunds(true)
                                .build())
                        .getLiftApplicationId())
                .as("the same request again")
                .isEqualTo(lift);
        awaitQuiet();
        bookAll();
        assertThat(booked(held.getCaseId(), account, FundsPosition.FUNDS_POSITION_LIFTED))
                .isEqualTo(TAINT);
        assertThat(booked(held.getCaseId(), account, FundsPosition.FUNDS_POSITION_FROZEN))
                .isZero();
    }

    @Test
    void changedSumReleasesTheRest() {
        Freeze held = heldFreeze();

        freeze().holds().changeFreeze(changeOf(held.getApplicationId(), 200_000).build());

        awaitShown(held.getApplicationId(), shown -> {
            assertThat(shown.getFrozenFen()).isEqualTo(200_000);
            assertThat(shown.getAmountFen()).isEqualTo(200_000);
        });
        awaitQuiet();
        bookAll();
        assertThat(booked(held.getCaseId(), account, FundsPosition.FUNDS_POSITION_FROZEN))
                .isEqualTo(200_000);
    }

    @Test
    void fullFreezeBecomesLimitedWhenItsSumIsChanged() {
        String caseId = filedCase();
        Freeze full = order(
                freezeOf(caseId).setMode(FreezeMode.FREEZE_MODE_FULL).setReason("账户专门用于诈骗"),
                FreezeState.FREEZE_STATE_IN_EFFECT);

        freeze().holds().changeFreeze(changeOf(full.getApplicationId(), TAINT).build());

        awaitShown(full.getApplicationId(), shown -> assertThat(shown.getMode())
                .isEqualTo(FreezeMode.FREEZE_MODE_LIMITED));
    }

    @Test
    void declinedRenewalLeavesTheFreezeAsItIs() {
        Freeze held = heldFreeze();
        Instant end = CommonWire.instant(held.getExpiresAt());
        desk().onAmendment(account, Bank.says("1800"));
        time.jump(Duration.between(time.instant(), end.minus(Duration.ofDays(1))));

        freeze().holds().renewFreeze(renewalOf(held.getApplicationId()).build());

        Freeze shown = awaitShown(held.getApplicationId(), freeze -> assertThat(
                        freeze.getAmendments(0).getState())
                .isEqualTo(FreezeAmendmentState.FREEZE_AMENDMENT_STATE_DECLINED));
        assertThat(CommonWire.instant(shown.getExpiresAt())).isEqualTo(end);
    }

    @Test
    void lostAnswerToALiftIsFoundByAnInquiry() {
        Freeze held = heldFreeze();
        desk().onAmendment(account, Bank.answers(Outcomes.noAnswer()));
        gateway().onInquiry(account.getNumber(), Bank.says("0000"));
        freeze().holds().liftFreeze(liftOf(held.getApplicationId()).build());
        awaitShown(held.getApplicationId(), shown -> assertThat(
                        shown.getAmendments(0).getState())
                .isEqualTo(FreezeAmendmentState.FREEZE_AMENDMENT_STATE_IN_DOUBT));

        time.jump(Duration.ofSeconds(31));
        advanceHolds();

        awaitState(held.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);
        assertThat(desk().lifts()).hasSize(1);
    }

    private Freeze heldFreeze() {
        return order(freezeOf(filedCase()), FreezeState.FREEZE_STATE_IN_EFFECT);
    }
}
