package org.stoppayment.recovery.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.FreshIds;
import org.stoppayment.kit.testing.ProxiedPostgresResource;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import org.stoppayment.proto.recovery.v1.RefundBlocker;

/** Objections block a plan until they are decided. */
@QuarkusTest
@QuarkusTestResource(ProxiedPostgresResource.class)
class PlanObjectionsTest extends NoticeFixture {

    @Test
    void openObjectionBlocksAfterTheNoticeUntilItIsDecided() throws Exception {
        String planId = mixedPlan();
        publish(planId);
        PlanObjection objection = object(planId, FreshIds.next());
        endNotice(planId);
        assertThat(blockers(planId)).containsExactly(RefundBlocker.REFUND_BLOCKER_OBJECTION_OPEN);

        decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_REJECTED);

        assertThat(blockers(planId)).isEmpty();
    }

    @Test
    void upheldObjectionBlocksThePlan() throws Exception {
        String planId = mixedPlan();
        publish(planId);
        PlanObjection objection = object(planId, FreshIds.next());
        endNotice(planId);

        decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_UPHELD);

        assertThat(blockers(planId)).containsExactly(RefundBlocker.REFUND_BLOCKER_OBJECTION_UPHELD);
        assertRefused(
                () -> decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_REJECTED),
                "not decided");
    }

    @Test
    void objectionAfterTheNoticeIsRefused() throws Exception {
        String planId = mixedPlan();
        publish(planId);
        endNotice(planId);

        assertRefused(() -> object(planId, FreshIds.next()), "planId: " + planId + " (expected: before ");
    }

    @Test
    void sameObjectionAgainHasNoFurtherEffectAndAnotherIsRefused() {
        String planId = mixedPlan();
        UUID id = FreshIds.next();
        PlanObjection first = object(planId, id);

        assertThat(object(planId, id)).isEqualTo(first);
        assertRefused(
                () -> notices.objectToPlan(
                        objection(planId, id).setStatement("something else").build()),
                "an id without another objection");
    }

    @Test
    void planThatPaysTheSameKeepsNoticeAndDecisions() {
        String before = mixedPlan();
        Notice notice = publish(before);
        PlanObjection objection = object(before, FreshIds.next());
        decide(objection.getObjectionId(), PlanObjectionOutcome.PLAN_OBJECTION_OUTCOME_UPHELD);
        facts.balance(collector, 80_00, NOON.plusSeconds(700)); // told again
        work();

        String after = summary(caseOne).getPlanId();
        assertThat(after).isNotEqualTo(before);
        assertThat(blockers(after))
                .containsExactly(
                        RefundBlocker.REFUND_BLOCKER_NOTICE_RUNNING, RefundBlocker.REFUND_BLOCKER_OBJECTION_UPHELD);
        assertThat(notice.getPlanId()).isEqualTo(before);
    }

    @Test
    void badInputNamesEveryField() {
        assertRefused(
                () -> notices.objectToPlan(ObjectToPlanRequest.getDefaultInstance()),
                "objectionId: value: 0 characters (expected: a UUID) and 6 more");
    }
}
