package org.stoppayment.recovery.approvals.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.ApprovalService;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalRequest;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalResponse;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanResponse;
import org.stoppayment.recovery.approvals.application.ApprovingPlans;
import org.stoppayment.recovery.approvals.application.ViewingApprovals;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves approvals to officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class ApprovalEndpoint implements ApprovalService {

    private final ApprovingPlans approving;
    private final ViewingApprovals viewing;

    ApprovalEndpoint(ApprovingPlans approving, ViewingApprovals viewing) {
        this.approving = approving;
        this.viewing = viewing;
    }

    @Override
    public Uni<SubmitRefundPlanResponse> submitRefundPlan(SubmitRefundPlanRequest request) {
        return approving
                .submit(request.getPlanId(), request.getPlanDigest(), OfficerWire.parse(request.getOperator()))
                .map(approval -> SubmitRefundPlanResponse.newBuilder()
                        .setApproval(ApprovalWire.render(approval))
                        .build());
    }

    @Override
    public Uni<ApproveRefundPlanResponse> approveRefundPlan(ApproveRefundPlanRequest request) {
        return approving
                .approve(
                        request.getPlanId(),
                        request.getPlanDigest(),
                        request.getDocumentDigest(),
                        ApprovalWire.level(request.getApprover()),
                        ApprovalWire.officer(request.getApprover()))
                .map(approval -> ApproveRefundPlanResponse.newBuilder()
                        .setApproval(ApprovalWire.render(approval))
                        .build());
    }

    @Override
    public Uni<RejectRefundPlanResponse> rejectRefundPlan(RejectRefundPlanRequest request) {
        return approving
                .reject(request.getPlanId(), request.getReason(), OfficerWire.parse(request.getOperator()))
                .map(approval -> RejectRefundPlanResponse.newBuilder()
                        .setApproval(ApprovalWire.render(approval))
                        .build());
    }

    @Override
    public Uni<GetRefundApprovalResponse> getRefundApproval(GetRefundApprovalRequest request) {
        return viewing.view(request.getPlanId()).map(viewed -> GetRefundApprovalResponse.newBuilder()
                .setApproval(ApprovalWire.render(viewed))
                .build());
    }
}
