package org.stoppayment.recovery.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc.NoticeServiceBlockingStub;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.recovery.plans.PlanFixture;
import org.stoppayment.recovery.testkit.Books;

/** A plan that divides money in proportion, its notice, and objections to it. */
abstract class NoticeFixture extends PlanFixture {

    NoticeServiceBlockingStub notices;

    @BeforeEach
    void openNotices() {
        notices = NoticeServiceGrpc.newBlockingStub(client.channel());
    }

    /** Two victims' money is mixed and frozen, and all conditions are met. */
    String mixedPlan() {
        twoVictimsPay();
        facts.hold(caseOne, collector, "FREEZE", 80_00, NOON.plusSeconds(300));
        facts.filed(caseOne, "张三", NOON.plusSeconds(900));
        facts.filed(caseTwo, "李四", NOON.plusSeconds(900));
        verify(caseOne);
        verify(caseTwo);
        work();
        return summary(caseOne).getPlanId();
    }

    Notice publish(String planId) {
        return notices.publishNotice(PublishNoticeRequest.newBuilder()
                        .setPlanId(planId)
                        .setOperator(OFFICER)
                        .build())
                .getNotice();
    }

    /** As if it had been published 40 days ago. */
    void endNotice(String planId) throws Exception {
        new Books(link)
                .run("UPDATE refund_notice SET published_at = published_at - interval '40 days',"
                        + " begins_at = begins_at - interval '40 days', ends_at = ends_at - interval '40 days'"
                        + " WHERE plan_id = '" + planId + "'");
    }

    PlanObjection object(String planId, UUID id) {
        return notices.objectToPlan(objection(planId, id).build()).getObjection();
    }

    static ObjectToPlanRequest.Builder objection(String planId, UUID id) {
        return ObjectToPlanRequest.newBuilder()
                .setObjectionId(id.toString())
                .setPlanId(planId)
                .setObjectorName("赵六")
                .setRelation(InterestRelation.INTEREST_RELATION_INTERESTED_PARTY)
                .setStatement("The money on the account is mine.")
                .setOperator(OFFICER);
    }

    void decide(String objectionId, PlanObjectionOutcome outcome) {
        notices.decidePlanObjection(DecidePlanObjectionRequest.newBuilder()
                .setObjectionId(objectionId)
                .setOutcome(outcome)
                .setReason("as the bookings show")
                .setOperator(OFFICER)
                .build());
    }

    List<RefundBlocker> blockers(String planId) {
        GetReadinessResponse readiness = notices.getReadiness(
                GetReadinessRequest.newBuilder().setPlanId(planId).build());
        return readiness.getBlockersList();
    }

    static void assertRefused(ThrowingCallable call, String... expected) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.toString()).contains(expected));
    }
}
