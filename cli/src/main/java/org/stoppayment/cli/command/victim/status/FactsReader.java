package org.stoppayment.cli.command.victim.status;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.client.WatchStreams;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** Asks the services about one case. */
final class FactsReader {

    private static final int MAX_FREEZES = 200;
    private static final int MAX_PAYMENTS = 500;

    private final ServiceClients clients;
    private final String caseId;

    FactsReader(ServiceClients clients, String caseId) {
        this.clients = clients;
        this.caseId = caseId;
    }

    /** Asks each service; fails when there is no such case, or case-intake or fund-recovery does not answer. */
    VictimFacts read() {
        GetCaseResponse reported = clients.intake()
                .getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
        Optional<RecoverySnapshot> recovery = WatchStreams.firstSnapshot(clients.watchingRecovery(), caseId);
        return new VictimFacts(
                reported,
                reported.hasProgress() ? freezes() : List.of(),
                books(),
                recovery,
                recovery.map(this::approvals).orElse(Map.of()),
                payments());
    }

    private List<Freeze> freezes() {
        try {
            return clients.holds()
                    .listFreezes(ListFreezesRequest.newBuilder()
                            .setCaseId(caseId)
                            .setPageSize(MAX_FREEZES)
                            .build())
                    .getFreezesList();
        } catch (StatusRuntimeException e) {
            if (ServiceClients.isTransient(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private Optional<Positions> books() {
        try {
            return Optional.of(clients.recovery()
                    .getRecovery(GetRecoveryRequest.newBuilder()
                            .setCaseId(caseId)
                            .setPageSize(1)
                            .build())
                    .getTotal());
        } catch (StatusRuntimeException e) {
            return emptyWhenNotFound(e);
        }
    }

    private Map<String, RefundApproval> approvals(RecoverySnapshot recovery) {
        Map<String, RefundApproval> found = new HashMap<>();
        recovery.getPlansList().stream()
                .map(WatchedPlan::getPlan)
                .filter(plan -> plan.getState() == RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .forEach(plan ->
                        approval(plan.getPlanId()).ifPresent(approval -> found.put(plan.getPlanId(), approval)));
        return found;
    }

    private Optional<RefundApproval> approval(String planId) {
        try {
            return Optional.of(clients.approvals()
                    .getRefundApproval(GetRefundApprovalRequest.newBuilder()
                            .setPlanId(planId)
                            .build())
                    .getApproval());
        } catch (StatusRuntimeException e) {
            return emptyWhenNotFound(e);
        }
    }

    private List<RefundPayment> payments() {
        return clients.payments()
                .listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                        .setCaseId(caseId)
                        .setPageSize(MAX_PAYMENTS)
                        .build())
                .getPaymentsList();
    }

    private static <T> Optional<T> emptyWhenNotFound(StatusRuntimeException e) {
        if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
            return Optional.empty();
        }
        throw e;
    }
}
