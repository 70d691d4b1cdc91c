package org.stoppayment.recovery.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_APPLICATION;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_BANK_NOTICE;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_DECISION;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_REPORT;
import static org.stoppayment.proto.recovery.v1.RefundFormKind.REFUND_FORM_KIND_UNSPECIFIED;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.recovery.testkit.PayingInstitutions;
import org.stoppayment.recovery.testkit.PayingInstitutionsResource;

/** Which forms cannot be made, and what the officer is told. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
@QuarkusTestResource(PayingInstitutionsResource.class)
class RefusedFormsTest extends FormFixture {

    private static final RefundFormName DECISION = name(REFUND_FORM_KIND_DECISION);
    private static final RefundFormName REPORT = name(REFUND_FORM_KIND_REPORT);

    @Test
    void decisionNeedsASubmissionAndANoticeAnApproval() {
        RefundPlan plan = payablePlan();

        assertThat(refusal(plan, REPORT)).isEmpty();
        assertRefused(plan, DECISION, "NOT_SUBMITTED", "an officer asked for");
        assertRefused(plan, bankNotice(), "NOT_APPROVED", "an approved plan");
        approvals.submitRefundPlan(submission(plan));
        assertThat(refusal(plan, DECISION)).isEmpty();
        assertRefused(plan, bankNotice(), "NOT_APPROVED", "an approved plan");
    }

    @Test
    void noticeNeedsPaymentsThatAreOrderedAndHaveNotEnded() {
        RefundPlan plan = payablePlan();
        approve(plan);
        assertRefused(plan, bankNotice(), "NOT_ORDERED", "whose payments are ordered");

        payAndAwait(plan, RefundPaymentState.REFUND_PAYMENT_STATE_PAID);

        assertRefused(plan, bankNotice(), "NOTHING_TO_PAY", "a payment of the plan that has not ended");
    }

    @Test
    void declinedPaymentIsNotAskedForAgain() {
        RefundPlan plan = payablePlan();
        approve(plan);
        institutions.then(PayingInstitutions.Answer.DECLINES);

        payAndAwait(plan, RefundPaymentState.REFUND_PAYMENT_STATE_DECLINED);

        assertRefused(plan, bankNotice(), "NOTHING_TO_PAY", "a payment of the plan that has not ended");
    }

    @Test
    void supersededPlanHasNoMoreFormsButListsWhatWasMade() {
        RefundPlan plan = payablePlan();
        make(plan, REPORT);
        facts.paid(caseTwo, collector, 50_00, NOON.plusSeconds(60));
        work();

        assertRefused(plan, REPORT, "PLAN_SUPERSEDED", "no other has taken");
        assertThat(made(plan)).hasSize(1);
    }

    @Test
    void wrongRequestsNameWhatIsWrong() {
        RefundPlan plan = payablePlan();
        RefundFormName otherVictim = RefundFormName.newBuilder()
                .setKind(REFUND_FORM_KIND_APPLICATION)
                .setCaseId(caseTwo.toString())
                .build();
        RefundFormName otherBank = RefundFormName.newBuilder()
                .setKind(REFUND_FORM_KIND_BANK_NOTICE)
                .setInstitutionCode("103100000026")
                .build();

        assertFails(plan, otherVictim, "INVALID_ARGUMENT", "a victim or an institution of the plan");
        assertFails(plan, otherBank, "INVALID_ARGUMENT", "a victim or an institution of the plan");
        assertFails(plan, name(REFUND_FORM_KIND_UNSPECIFIED), "INVALID_ARGUMENT", "name.kind");
        assertFails(plan, name(REFUND_FORM_KIND_APPLICATION), "INVALID_ARGUMENT", "name.caseId");
        assertFails(plan, name(REFUND_FORM_KIND_BANK_NOTICE), "INVALID_ARGUMENT", "name.institutionCode");
        assertThatThrownBy(() -> make(plan, REPORT, Operator.getDefaultInstance()))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("operator.organisation");
    }

    @Test
    void unknownPlanIsNotFound() {
        RefundPlan unknown =
                RefundPlan.newBuilder().setPlanId(FreshIds.next().toString()).build();

        assertFails(unknown, REPORT, "NOT_FOUND", unknown.getPlanId());
        assertThatThrownBy(() -> list(unknown)).hasMessageContaining("NOT_FOUND");
        assertFails(RefundPlan.newBuilder().setPlanId("x").build(), REPORT, "INVALID_ARGUMENT", "planId");
    }

    private void assertRefused(RefundPlan plan, RefundFormName name, String code, String expected) {
        assertThat(refusal(plan, name)).isEqualTo(code);
        assertFails(plan, name, "FAILED_PRECONDITION", expected);
    }

    private void assertFails(RefundPlan plan, RefundFormName name, String status, String part) {
        assertThatThrownBy(() -> make(plan, name)).hasMessageContaining(status).hasMessageContaining(part);
    }
}
