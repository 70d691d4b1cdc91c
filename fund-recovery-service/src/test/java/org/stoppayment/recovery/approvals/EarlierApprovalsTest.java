package org.stoppayment.recovery.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalRequest;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.recovery.payments.PaymentFixture;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Submitting a plan again takes nothing away of what was decided before. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class EarlierApprovalsTest extends PaymentFixture {

    @Test
    void whoRejectedAPlanIsKeptWhenItIsSubmittedAgain() {
        RefundPlan plan = payablePlan();
        approvals.submitRefundPlan(submission(plan));
        RefundApproval first = reject(plan, "材料不全");
        approvals.submitRefundPlan(submission(plan));
        RefundApproval second = reject(plan, "金额有误");

        approvals.submitRefundPlan(submission(plan));

        assertThat(stored(plan).getState()).isEqualTo(RefundApprovalState.REFUND_APPROVAL_STATE_SUBMITTED);
        assertThat(stored(plan).getEarlierList()).containsExactly(first, second);
        assertThat(first.getDecidedBy().getBadgeNumber()).isEqualTo(CHECKER.getBadgeNumber());
        assertThat(first.getReason()).isEqualTo("材料不全");
    }

    @Test
    void approvalThatExpiredIsKeptWithItsDocument() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);
        new Books(link)
                .run("UPDATE refund_approval SET expires_at = now() - interval '1 second' WHERE plan_id = '"
                        + plan.getPlanId() + "'");
        RefundApproval expired = stored(plan);

        approvals.submitRefundPlan(submission(plan));

        assertThat(stored(plan).getEarlierList()).containsExactly(expired);
        assertThat(expired.getLevel()).isEqualTo(ApprovalLevel.APPROVAL_LEVEL_CITY);
        assertThat(expired.getDocumentDigest()).isEqualTo(DIGEST);
    }

    @Test
    void requestThatIsRepeatedKeepsNothing() {
        RefundPlan plan = payablePlan();
        approvals.submitRefundPlan(submission(plan));
        approvals.submitRefundPlan(submission(plan));
        approvals.approveRefundPlan(approval(plan));
        approvals.approveRefundPlan(approval(plan));
        approvals.submitRefundPlan(submission(plan)); // while the approval counts, it stays

        assertThat(stored(plan).getState()).isEqualTo(RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED);
        assertThat(stored(plan).getEarlierList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE refund_approval_earlier SET decided_by = 'x'",
                "DELETE FROM refund_approval_earlier",
                "TRUNCATE refund_approval_earlier"
            })
    void whatWasDecidedNeverChanges(String change) {
        assertThatThrownBy(() -> new Books(link).run(change)).hasMessageContaining("never change");
    }

    private RefundApproval reject(RefundPlan plan, String reason) {
        return approvals
                .rejectRefundPlan(RejectRefundPlanRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .setReason(reason)
                        .setOperator(CHECKER)
                        .build())
                .getApproval();
    }

    private RefundApproval stored(RefundPlan plan) {
        return approvals
                .getRefundApproval(GetRefundApprovalRequest.newBuilder()
                        .setPlanId(plan.getPlanId())
                        .build())
                .getApproval();
    }
}
