package org.stoppayment.recovery.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.GetReadinessRequest;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.RefundPlan;

/** Ten thousand victims paid into one account. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class PlansOfManyVictimsTest extends PlanFixture {

    private static final int VICTIMS = 10_000;
    private static final int MAX_BYTES = 16 << 20; // as the command and the services take them

    @Test
    void tenThousandVictimsOfOneAccountAreInOnePlan() {
        facts.paid(caseOne, collector, 3_00, NOON);
        facts.paidByMany(VICTIMS - 1, collector, 3_00, NOON);
        facts.cash(collector, "S1", 1, NOON.plusSeconds(36_000));
        facts.balance(collector, VICTIMS * 3_00L - 1, NOON.plusSeconds(36_600));
        facts.hold(caseOne, collector, "FREEZE", VICTIMS * 3_00L - 1, NOON.plusSeconds(37_000));

        work();
        RefundPlan plan = refunds.withMaxInboundMessageSize(MAX_BYTES)
                .getRefundPlan(GetRefundPlanRequest.newBuilder()
                        .setPlanId(summary(caseOne).getPlanId())
                        .build())
                .getPlan();

        AccountRefund account = plan.getAccounts(0);
        assertThat(account.getMethod()).isEqualTo(RefundMethod.REFUND_METHOD_PROPORTIONAL);
        assertThat(account.getPayoutsList()).hasSize(VICTIMS);
        assertThat(account.getPayoutsList().stream()
                        .mapToLong(Payout::getPayFen)
                        .sum())
                .isEqualTo(VICTIMS * 3_00L - 1);
        assertThat(account.getPayoutsList())
                .extracting(Payout::getPayFen)
                .as("one fen is missing, of one of them")
                .containsOnly(3_00L, 2_99L);

        NoticeServiceGrpc.NoticeServiceBlockingStub notices =
                NoticeServiceGrpc.newBlockingStub(client.channel()).withMaxInboundMessageSize(MAX_BYTES);
        notices.publishNotice(PublishNoticeRequest.newBuilder()
                .setPlanId(plan.getPlanId())
                .setOperator(OFFICER)
                .build());
        assertThat(notices.getReadiness(GetReadinessRequest.newBuilder()
                                .setPlanId(plan.getPlanId())
                                .build())
                        .getBlockersList())
                .containsExactlyInAnyOrder(
                        RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET, RefundBlocker.REFUND_BLOCKER_NOTICE_RUNNING);
    }
}
