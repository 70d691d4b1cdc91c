package org.stoppayment.recovery.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.recovery.v1.RecordRefundFeedbackRequest;
import org.stoppayment.proto.recovery.v1.RefundFeedbackServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.recovery.testkit.Books;
import org.stoppayment.recovery.testkit.PayingInstitutions.Answer;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** What is made again around a payment is made once: when the account is free, and its shares are known. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class DueDraftsOfPaymentsTest extends PaymentFixture {

    @Test
    void accountOfAPlanThatIsBeingPaidIsDraftedWhenThatHasEnded() throws SQLException {
        RefundPlan plan = payablePlan();
        approve(plan);
        institutions.then(Answer.TAKES_IT);
        RefundPayment payment = pay(plan).get(0);
        await().untilAsserted(() -> assertThat(paymentsOf(plan).get(0).getState())
                .isEqualTo(RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED));

        makeDraftDue();
        work();

        assertThat(draftsDue()).as("nothing can be drafted").isZero();
        assertThat(plan(plan.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_PAYING);

        institutions.answerNoInquiry(payment.getPaymentId());
        feedback(institutions.payLater(payment.getPaymentId()));

        assertThat(plan(plan.getPlanId()).getState()).isEqualTo(RefundPlanState.REFUND_PLAN_STATE_PAID);
        assertThat(draftsDue()).as("it is free").isEqualTo(1);
        work();
        assertThat(draftsDue()).isZero();
    }

    @Test
    void draftIsMadeOnceTheSharesAreKnown() throws SQLException {
        RefundPlan plan = payablePlan();
        new Books(link).run("UPDATE hold SET held_fen = 9000 WHERE hold_id = '" + freezeId + "'");
        work(); // looks at all drafts, or has done so within the last ten seconds
        new Books(link)
                .run("UPDATE attributed_account SET due_at = now() + interval '1 hour' WHERE account_number = '"
                        + collector.number() + "'");
        makeDraftDue();

        work();

        assertThat(draftsDue()).isEqualTo(1);
        assertThat(draft(caseOne).getPlanId()).isEqualTo(plan.getPlanId());

        facts.touch(collector);
        work();

        assertThat(draftsDue()).isZero();
        assertThat(draft(caseOne).getAccounts(0).getHeldFen()).isEqualTo(90_00);
    }

    private void makeDraftDue() throws SQLException {
        new Books(link)
                .run("UPDATE attributed_account SET draft_due_at = '2020-01-01Z' WHERE account_number = '"
                        + collector.number() + "'");
    }

    private long draftsDue() {
        return new Books(link)
                .number("SELECT count(*) FROM attributed_account WHERE draft_due_at IS NOT NULL AND account_number = '"
                        + collector.number() + "'");
    }

    private void feedback(Feedback feedback) {
        RefundFeedbackServiceGrpc.newBlockingStub(client.ofGateway())
                .recordRefundFeedback(RecordRefundFeedbackRequest.newBuilder()
                        .setInstitutionCode(collector.institutionCode())
                        .setFeedback(feedback)
                        .build());
    }
}
