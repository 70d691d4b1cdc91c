package org.stoppayment.recovery.plans.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.GetRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansResponse;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.RefundService;
import org.stoppayment.recovery.plans.application.PlanningRefunds;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves plans to refund officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class RefundEndpoint implements RefundService {

    private final PlanningRefunds planning;
    private final ViewingPlans viewing;

    RefundEndpoint(PlanningRefunds planning, ViewingPlans viewing) {
        this.planning = planning;
        this.viewing = viewing;
    }

    @Override
    public Uni<MakeRefundPlanResponse> makeRefundPlan(MakeRefundPlanRequest request) {
        Officer officer = OfficerWire.parse(request.getOperator());
        return planning.plan(PlanRequests.accounts(request, officer), officer)
                .map(plan -> MakeRefundPlanResponse.newBuilder()
                        .setPlan(PlanWire.render(plan))
                        .build());
    }

    @Override
    public Uni<GetRefundPlanResponse> getRefundPlan(GetRefundPlanRequest request) {
        return viewing.view(request.getPlanId()).map(plan -> GetRefundPlanResponse.newBuilder()
                .setPlan(PlanWire.render(plan))
                .build());
    }

    @Override
    public Uni<ListRefundPlansResponse> listRefundPlans(ListRefundPlansRequest request) {
        return viewing.list(
                        request.getCaseId(),
                        request.getIncludeSuperseded(),
                        request.getPageSize(),
                        request.getPageToken())
                .map(plans -> ListRefundPlansResponse.newBuilder()
                        .addAllPlans(plans.stream().map(PlanWire::summarize).toList())
                        .setNextPageToken(PlanRequests.nextPageToken(plans, request.getPageSize()))
                        .build());
    }
}
