package org.stoppayment.recovery.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RecordProvenLossRequest;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.VictimServiceGrpc;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Officers make plans of accounts of their choice. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class RequestedPlansTest extends PlanFixture {

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
}
