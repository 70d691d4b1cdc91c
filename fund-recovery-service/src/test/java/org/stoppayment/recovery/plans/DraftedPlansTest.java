package org.stoppayment.recovery.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.GetAccountSharesRequest;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.ShareServiceGrpc;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.testkit.Books;

/** A plan is drafted by itself for each account that holds money of victims. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class DraftedPlansTest extends PlanFixture {

    @Test
    void stoppedAccountHasDraftThatSaysWhatIsMissing() {
        twoVictimsPay();
        facts.hold(caseOne, collector, "STOP", 80_00, NOON.plusSeconds(300));

        work();

        RefundPlan plan = draft(caseOne);
        assertThat(plan.getAccounts(0).getMethod()).isEqualTo(RefundMethod.REFUND_METHOD_PROPORTIONAL);
        assertThat(plan.getAccounts(0).getPayoutsList())
                .extracting(payout -> payout.getCaseId(), payout -> payout.getPayFen())
                .containsExactly(tuple(caseOne.toString(), 53_33L), tuple(caseTwo.toString(), 26_67L));
        assertThat(summary(caseOne).getUnmetList())
                .containsExactly(
                        RefundCondition.REFUND_CONDITION_FROZEN,
                        RefundCondition.REFUND_CONDITION_CASE_FILED,
                        RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED);
        assertThat(plan.getAccounts(0).getFlowsCount()).isEqualTo(3);
        assertThat(draft(caseTwo).getPlanId()).isEqualTo(plan.getPlanId());
    }

    @Test
    void newFactMakesNewPlanThatTakesThePlaceOfTheOld() {
        twoVictimsPay();
        facts.hold(caseOne, collector, "STOP", 80_00, NOON.plusSeconds(300));
        work();
        RefundPlan before = draft(caseOne);

        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        facts.hold(caseOne, collector, "FREEZE", 80_00, NOON.plusSeconds(1000));
        verify(caseOne);
        verify(caseTwo);
        work();

        RefundPlan after = draft(caseOne);
        assertThat(after.getPlanId()).isNotEqualTo(before.getPlanId());
        assertThat(summary(caseOne).getUnmetList()).isEmpty();
        assertThat(after.getAccounts(0).getPayouts(0).getVictimName()).isEqualTo("张三");
        RefundPlan superseded = plan(before.getPlanId());
        assertThat(superseded.getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_SUPERSEDED);
        assertThat(superseded.getSupersededByPlanId()).isEqualTo(after.getPlanId());
        assertThat(superseded.getDigest()).isEqualTo(before.getDigest());
        assertThat(superseded.getAccountsList()).isEqualTo(before.getAccountsList());
    }

    @Test
    void nothingNewMakesNoPlan() {
        twoVictimsPay();
        facts.hold(caseOne, collector, "STOP", 80_00, NOON.plusSeconds(300));
        work();
        RefundPlan before = draft(caseOne);

        facts.touch(collector);
        work();

        assertThat(draft(caseOne)).isEqualTo(before);
    }

    @Test
    void provenLossCapsTheClaim() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(300));
        work();
        assertThat(draft(caseOne).getAccounts(0).getMethod()).isEqualTo(RefundMethod.REFUND_METHOD_DIRECT_SINGLE);

        VictimServiceGrpc.newBlockingStub(client.channel())
                .recordProvenLoss(RecordProvenLossRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setLossFen(90_00)
                        .setRestoredElsewhereFen(20_00)
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
        work();

        assertThat(draft(caseOne).getAccounts(0).getPayouts(0).getPayFen()).isEqualTo(70_00);
        assertThat(draft(caseOne).getAccounts(0).getResidualFen()).isEqualTo(30_00);
    }

    @Test
    void planIsWithdrawnWhenNothingIsHeldAnyMore() throws Exception {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        UUID hold = facts.hold(caseOne, collector, "FREEZE", 100_00, NOON.plusSeconds(300));
        work();
        RefundPlan before = draft(caseOne);

        new Books(link).run("UPDATE hold SET is_in_effect = false WHERE hold_id = '" + hold + "'");
        facts.touch(collector);
        work();

        assertThat(plan(before.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_WITHDRAWN);
    }

    @Test
    void freezeOfCaseWithoutShareIsNotDivided() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "FREEZE", 30_00, NOON.plusSeconds(300));
        facts.hold(caseTwo, collector, "FREEZE", 70_00, NOON.plusSeconds(300));
        work();

        assertThat(draft(caseOne).getAccounts(0).getHeldFen()).isEqualTo(30_00);
        assertThat(draft(caseOne).getAccounts(0).getPayouts(0).getPayFen()).isEqualTo(30_00);
    }

    @Test
    void duplicateOfWithdrawnCaseCounts() throws Exception {
        UUID first = facts.paid(caseOne, collector, 100_00, NOON);
        UUID again = facts.paid(caseTwo, collector, 100_00, NOON);
        new Books(link)
                .run("UPDATE reported_transfer SET duplicate_of = '" + first + "' WHERE transfer_id = '" + again + "'");
        facts.balance(collector, 100_00, NOON.plusSeconds(600));
        facts.hold(caseTwo, collector, "STOP", 100_00, NOON.plusSeconds(300));
        facts.filed(caseOne, "张三", NOON);
        new Books(link).run("UPDATE recovery_case SET is_withdrawn = true WHERE case_id = '" + caseOne + "'");
        work();

        assertThat(draft(caseTwo).getAccounts(0).getPayoutsList())
                .extracting(payout -> payout.getCaseId(), payout -> payout.getPayFen())
                .containsExactly(tuple(caseTwo.toString(), 100_00L));
    }

    @Test
    void sharesOfCaseAreListed() {
        twoVictimsPay();
        work();

        assertThat(ShareServiceGrpc.newBlockingStub(client.channel())
                        .listCaseShares(ListCaseSharesRequest.newBuilder()
                                .setCaseId(caseTwo.toString())
                                .build())
                        .getAccountsList())
                .hasSize(1)
                .allSatisfy(account -> assertThat(account.getIsCurrent()).isTrue());
        assertThat(ShareServiceGrpc.newBlockingStub(client.channel())
                        .getAccountShares(GetAccountSharesRequest.newBuilder()
                                .setInstitutionCode(collector.institutionCode())
                                .setAccountNumber(collector.number())
                                .build())
                        .getFlowsList())
                .hasSize(3);
    }
}
