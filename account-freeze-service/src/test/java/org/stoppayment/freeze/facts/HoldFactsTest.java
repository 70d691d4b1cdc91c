package org.stoppayment.freeze.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.facts.application.PublishingFacts;
import org.stoppayment.freeze.testkit.HoldsFixture;
import org.stoppayment.freeze.testkit.Withdrawn;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Stops, freezes, balances and the status of cases are told to fund-recovery. */
@QuarkusTest
class HoldFactsTest extends HoldsFixture {

    @Inject
    PublishingFacts publishing;

    @Test
    void stopIsToldOnceItIsInEffectWithTheBalanceOfItsMoment() {
        String caseId = stoppedCase();
        StopOrder stop = awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_IN_EFFECT);

        publish();
        publish();

        assertThat(holds()).singleElement().satisfies(told -> {
            assertThat(told.getHoldId()).isEqualTo(stop.getApplicationId());
            assertThat(told.getCaseId()).isEqualTo(caseId);
            assertThat(told.getRevision()).isEqualTo(1);
            assertThat(told.getAccount().getNumber()).isEqualTo(account.getNumber());
            assertThat(told.getMeasure()).isEqualTo(HoldMeasure.HOLD_MEASURE_STOP);
            assertThat(told.getIsInEffect()).isTrue();
            assertThat(told.getHeldFen()).isEqualTo(stop.getBalanceHeldFen());
            assertThat(told.getBeganAt().getSeconds())
                    .isEqualTo(stop.getStoppedAt().getSeconds());
        });
        assertThat(world.recovery.facts(BalanceRecorded.getDefaultInstance()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.getApplicationId()).isEqualTo(stop.getApplicationId());
                    assertThat(told.getBalanceFen()).isEqualTo(stop.getBalanceHeldFen());
                    assertThat(told.getAsOf().getSeconds())
                            .isEqualTo(stop.getStoppedAt().getSeconds());
                    assertThat(told.hasSince()).isFalse();
                });
    }

    @Test
    void freezeTakesOverAndIsLiftedAgain() {
        String caseId = filedCase();
        publish();
        Freeze ordered = order(freezeOf(caseId).setApprover(CITY_CHIEF), FreezeState.FREEZE_STATE_IN_EFFECT);
        awaitOrder(caseId, StopOrderState.STOP_ORDER_STATE_FROZEN);
        publish();

        assertThat(last(HoldMeasure.HOLD_MEASURE_STOP).getIsInEffect()).isFalse();
        assertThat(last(HoldMeasure.HOLD_MEASURE_FREEZE)).satisfies(told -> {
            assertThat(told.getHoldId()).isEqualTo(ordered.getApplicationId());
            assertThat(told.getIsInEffect()).isTrue();
            assertThat(told.getHeldFen()).isEqualTo(ordered.getFrozenFen());
            assertThat(told.getApprovalLevel()).isEqualTo(ApprovalLevel.APPROVAL_LEVEL_CITY);
        });

        freeze().holds()
                .liftFreeze(liftOf(ordered.getApplicationId())
                        .setApprover(CITY_CHIEF)
                        .build());
        awaitState(ordered.getApplicationId(), FreezeState.FREEZE_STATE_LIFTED);

        // A freeze that is being written is told with the next look.
        await().atMost(PATIENCE).untilAsserted(() -> {
            publish();
            assertThat(last(HoldMeasure.HOLD_MEASURE_FREEZE).getIsInEffect()).isFalse();
        });
    }

    @Test
    void filingClosingAndWithdrawalAreTold() {
        String caseId = filedCase();
        publish();
        filedCases.close(CaseId.of(caseId), time.instant()).await().atMost(PATIENCE);
        publish();
        freeze().deliver(List.of(Withdrawn.of(caseId, 1)));
        publish();
        publish();

        assertThat(statuses())
                .extracting(
                        CaseStatusChanged::getRevision,
                        CaseStatusChanged::getIsClosed,
                        CaseStatusChanged::getIsWithdrawn)
                .containsExactly(tuple(1, false, false), tuple(2, true, false), tuple(3, true, true));
        assertThat(statuses()).allSatisfy(told -> {
            assertThat(told.getCaseId()).isEqualTo(caseId);
            assertThat(told.getFilingNumber()).isEqualTo("A3101042026001");
            assertThat(told.getFilingOrganisation()).isEqualTo("上海市公安局");
            assertThat(told.hasFiledAt()).isTrue();
        });
    }

    @Test
    void orderThatTurnsOutNeverToHaveBeenInEffectIsToldOnceMore() {
        String caseId = stoppedCase();
        publish();
        database.execute("UPDATE stop_order SET state = 'DECLINED', counted = false, live = false, unpublished = true");

        publish();

        assertThat(holds())
                .extracting(HoldChanged::getIsInEffect, HoldChanged::getRevision)
                .containsExactly(tuple(true, 1), tuple(false, 2));
        assertThat(caseId).isNotEmpty();
        database.execute("UPDATE stop_order SET state = 'IN_EFFECT', counted = true, live = true");
    }

    private void publish() {
        publishing.publish().await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> database.number("SELECT count(*) FROM outbox") == 0);
    }

    private List<HoldChanged> holds() {
        return world.recovery.facts(HoldChanged.getDefaultInstance());
    }

    private List<CaseStatusChanged> statuses() {
        return world.recovery.facts(CaseStatusChanged.getDefaultInstance());
    }

    private HoldChanged last(HoldMeasure measure) {
        return holds().stream()
                .filter(told -> told.getMeasure() == measure)
                .reduce((earlier, later) -> earlier.getRevision() < later.getRevision() ? later : earlier)
                .orElseThrow();
    }
}
