package org.stoppayment.recovery.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.kit.testing.TcpProxy;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.GetAccountSharesRequest;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanAccount;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc.RefundServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.ShareServiceGrpc;
import org.stoppayment.proto.recovery.v1.VerifyIdentityRequest;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.Drafts;
import org.stoppayment.recovery.testkit.FactRows;
import org.stoppayment.recovery.testkit.RecoveryClient;

/** A plan is drafted by itself for each account that holds money of victims. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class DraftedPlansTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final String DIGEST = "a".repeat(64);
    private static final Operator OFFICER =
            Operator.newBuilder().setOrganisation("市局").setBadgeNumber("350100").build();

    TcpProxy link; // injected by the resource

    @Inject
    Drafts drafts;

    private final UUID caseOne = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
    private final UUID caseTwo = new UUID(2, UUID.randomUUID().getLeastSignificantBits());
    private final AccountRef.Key collector =
            new AccountRef.Key("102100099996", UUID.randomUUID().toString());
    private final AccountRef.Key second =
            new AccountRef.Key("102100099996", UUID.randomUUID().toString());
    private FactRows facts;
    private RecoveryClient client;
    private RefundServiceBlockingStub refunds;

    @BeforeEach
    void begin() {
        facts = new FactRows(new Books(link));
        client = new RecoveryClient();
        refunds = RefundServiceGrpc.newBlockingStub(client.channel());
    }

    @AfterEach
    void end() {
        client.close();
    }

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
    void planOfSeveralAccountsPaysNobodyMoreThanTheLoss() {
        facts.paid(caseOne, collector, 60_00, NOON);
        facts.paid(caseOne, second, 40_00, NOON);
        for (AccountRef.Key account : List.of(collector, second)) {
            facts.balance(account, account.equals(second) ? 40_00 : 60_00, NOON.plusSeconds(600));
            facts.hold(caseOne, account, "FREEZE", account.equals(second) ? 40_00 : 60_00, NOON.plusSeconds(300));
        }
        work();
        VictimServiceGrpc.newBlockingStub(client.channel())
                .recordProvenLoss(RecordProvenLossRequest.newBuilder()
                        .setCaseId(caseOne.toString())
                        .setLossFen(70_00)
                        .setEvidenceDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());

        RefundPlan plan = refunds.makeRefundPlan(MakeRefundPlanRequest.newBuilder()
                        .addAccounts(named(collector))
                        .addAccounts(named(second))
                        .setOperator(OFFICER)
                        .build())
                .getPlan();

        assertThat(plan.getAccountsList().stream()
                        .mapToLong(account -> account.getPayouts(0).getPayFen())
                        .sum())
                .isEqualTo(70_00);
        assertThat(plan.getMadeBy()).isEqualTo(OFFICER);
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
    void planOfSeveralAccountsTakesThePlaceOfTheirsAndIsDraftedAgainAsOne() {
        facts.paid(caseOne, collector, 60_00, NOON);
        facts.paid(caseOne, second, 40_00, NOON);
        facts.balance(collector, 60_00, NOON.plusSeconds(600));
        facts.balance(second, 40_00, NOON.plusSeconds(600));
        facts.hold(caseOne, collector, "FREEZE", 60_00, NOON.plusSeconds(300));
        facts.hold(caseOne, second, "FREEZE", 40_00, NOON.plusSeconds(300));
        work();
        refunds.makeRefundPlan(MakeRefundPlanRequest.newBuilder()
                .addAccounts(named(collector))
                .addAccounts(named(second))
                .setOperator(OFFICER)
                .build());
        assertThat(standing(caseOne)).isEqualTo(1);

        facts.paid(caseTwo, second, 10_00, NOON.minusSeconds(60));
        facts.balance(second, 50_00, NOON.plusSeconds(601));
        work();

        assertThat(standing(caseOne)).isEqualTo(1);
        assertThat(draft(caseOne).getAccountsCount()).isEqualTo(2);
        assertThat(draft(caseTwo).getPlanId()).isEqualTo(draft(caseOne).getPlanId());
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

    private int standing(UUID caseId) {
        return refunds.listRefundPlans(ListRefundPlansRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .build())
                .getPlansCount();
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        facts.paid(caseOne, collector, 60_00, NOON);
        work();

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> refunds.makeRefundPlan(MakeRefundPlanRequest.newBuilder()
                        .addAccounts(named(collector))
                        .setOperator(OFFICER)
                        .build()))
                .withMessageContaining("a stop or a freeze in effect");
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> refunds.makeRefundPlan(MakeRefundPlanRequest.newBuilder()
                        .addAccounts(named(second))
                        .setOperator(OFFICER)
                        .build()))
                .withMessageContaining("NOT_FOUND");
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> refunds.makeRefundPlan(MakeRefundPlanRequest.getDefaultInstance()))
                .withMessageContaining("INVALID_ARGUMENT");
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

    /** 100 and 50 came in, 70 left in cash: 80 are there. */
    private void twoVictimsPay() {
        facts.paid(caseOne, collector, 100_00, NOON);
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60));
        facts.cash(collector, "S1", 70_00, NOON.plusSeconds(120));
        facts.balance(collector, 80_00, NOON.plusSeconds(600));
    }

    private void verify(UUID caseId) {
        VictimServiceGrpc.newBlockingStub(client.channel())
                .verifyIdentity(VerifyIdentityRequest.newBuilder()
                        .setCaseId(caseId.toString())
                        .setDocumentDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    private void work() {
        drafts.make();
    }

    private RefundPlanSummary summary(UUID caseId) {
        return drafts.summary(client, caseId);
    }

    private RefundPlan draft(UUID caseId) {
        return drafts.draft(client, caseId);
    }

    private RefundPlan plan(String planId) {
        return drafts.plan(client, planId);
    }

    private static PlanAccount named(AccountRef.Key account) {
        return PlanAccount.newBuilder()
                .setInstitutionCode(account.institutionCode())
                .setAccountNumber(account.number())
                .build();
    }
}
