package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionRequest;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionResponse;
import org.stoppayment.proto.recovery.v1.GetReadinessRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.NoticeServiceGrpc;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.ObjectToPlanResponse;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.PublishNoticeResponse;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;

/** Notices of plans: plan {@code ready} has nothing in its way, every other has a notice that runs and an open objection. */
public final class FakeNotices extends NoticeServiceGrpc.NoticeServiceImplBase {

    private static final Timestamp THEN =
            Timestamp.newBuilder().setSeconds(4_000_000_000L).build();
    private static final Operator POLICE = Operator.newBuilder()
            .setOrganisation("上海市公安局")
            .setBadgeNumber("100234")
            .build();

    private final List<Message> requests = new CopyOnWriteArrayList<>();

    /** What was asked to be done, in order. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    private static Notice notice(String planId) {
        return Notice.newBuilder()
                .setPlanId(planId)
                .setText("冻结资金按比例返还公告\n\n方案编号：" + planId + "\n")
                .setPublishedAt(THEN)
                .setPublishedBy(POLICE)
                .setBeginsAt(THEN)
                .setEndsAt(THEN)
                .build();
    }

    private static PlanObjection.Builder objection(String objectionId) {
        return PlanObjection.newBuilder()
                .setObjectionId(objectionId)
                .setObjectorName("钱某某")
                .setRelation(InterestRelation.INTEREST_RELATION_INTERESTED_PARTY)
                .setStatement("该款为货款")
                .setTakenBy(POLICE)
                .setOpenedAt(THEN)
                .setDueAt(THEN);
    }

    @Override
    public void publishNotice(PublishNoticeRequest request, StreamObserver<PublishNoticeResponse> caller) {
        requests.add(request);
        answer(
                caller,
                PublishNoticeResponse.newBuilder()
                        .setNotice(notice(request.getPlanId()))
                        .build());
    }

    @Override
    public void objectToPlan(ObjectToPlanRequest request, StreamObserver<ObjectToPlanResponse> caller) {
        requests.add(request);
        answer(
                caller,
                ObjectToPlanResponse.newBuilder()
                        .setObjection(objection(request.getObjectionId())
                                .setObjectorName(request.getObjectorName())
                                .setRelation(request.getRelation())
                                .setStatement(request.getStatement()))
                        .build());
    }

    @Override
    public void decidePlanObjection(
            DecidePlanObjectionRequest request, StreamObserver<DecidePlanObjectionResponse> caller) {
        requests.add(request);
        answer(
                caller,
                DecidePlanObjectionResponse.newBuilder()
                        .setObjection(objection(request.getObjectionId())
                                .setOutcome(request.getOutcome())
                                .setDecisionReason(request.getReason())
                                .setDecidedBy(request.getOperator())
                                .setDecidedAt(THEN))
                        .build());
    }

    @Override
    public void getReadiness(GetReadinessRequest request, StreamObserver<GetReadinessResponse> caller) {
        answer(
                caller,
                request.getPlanId().equals("ready")
                        ? GetReadinessResponse.getDefaultInstance()
                        : GetReadinessResponse.newBuilder()
                                .addBlockers(RefundBlocker.REFUND_BLOCKER_CONDITION_UNMET)
                                .addBlockers(RefundBlocker.REFUND_BLOCKER_NOTICE_RUNNING)
                                .addUnmet(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)
                                .setNotice(notice(request.getPlanId()))
                                .addObjections(objection("o1"))
                                .build());
    }
}
