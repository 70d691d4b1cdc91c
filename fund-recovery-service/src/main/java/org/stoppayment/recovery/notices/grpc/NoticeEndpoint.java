package org.stoppayment.recovery.notices.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionRequest;
import org.stoppayment.proto.recovery.v1.DecidePlanObjectionResponse;
import org.stoppayment.proto.recovery.v1.GetReadinessRequest;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import org.stoppayment.proto.recovery.v1.NoticeService;
import org.stoppayment.proto.recovery.v1.ObjectToPlanRequest;
import org.stoppayment.proto.recovery.v1.ObjectToPlanResponse;
import org.stoppayment.proto.recovery.v1.PublishNoticeRequest;
import org.stoppayment.proto.recovery.v1.PublishNoticeResponse;
import org.stoppayment.recovery.notices.application.CheckingReadiness;
import org.stoppayment.recovery.notices.application.ObjectingToPlans;
import org.stoppayment.recovery.notices.application.PublishingNotices;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves notices and objections to refund officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class NoticeEndpoint implements NoticeService {

    private final PublishingNotices publishing;
    private final ObjectingToPlans objecting;
    private final CheckingReadiness checking;

    NoticeEndpoint(PublishingNotices publishing, ObjectingToPlans objecting, CheckingReadiness checking) {
        this.publishing = publishing;
        this.objecting = objecting;
        this.checking = checking;
    }

    @Override
    public Uni<PublishNoticeResponse> publishNotice(PublishNoticeRequest request) {
        return publishing
                .publish(request.getPlanId(), OfficerWire.parse(request.getOperator()))
                .map(notice -> PublishNoticeResponse.newBuilder()
                        .setNotice(NoticeWire.render(notice))
                        .build());
    }

    @Override
    public Uni<ObjectToPlanResponse> objectToPlan(ObjectToPlanRequest request) {
        return objecting
                .open(
                        request.getObjectionId(),
                        request.getPlanId(),
                        request.getObjectorName(),
                        NoticeWire.relation(request.getRelation()),
                        request.getStatement(),
                        request.getEvidenceDigest(),
                        OfficerWire.parse(request.getOperator()))
                .map(objection -> ObjectToPlanResponse.newBuilder()
                        .setObjection(NoticeWire.render(objection))
                        .build());
    }

    @Override
    public Uni<DecidePlanObjectionResponse> decidePlanObjection(DecidePlanObjectionRequest request) {
        return objecting
                .decide(
                        request.getObjectionId(),
                        NoticeWire.outcome(request.getOutcome()),
                        request.getReason(),
                        OfficerWire.parse(request.getOperator()))
                .map(objection -> DecidePlanObjectionResponse.newBuilder()
                        .setObjection(NoticeWire.render(objection))
                        .build());
    }

    @Override
    public Uni<GetReadinessResponse> getReadiness(GetReadinessRequest request) {
        return checking.check(request.getPlanId()).map(NoticeWire::render);
    }
}
