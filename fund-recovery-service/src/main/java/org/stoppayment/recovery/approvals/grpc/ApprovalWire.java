package org.stoppayment.recovery.approvals.grpc;

import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.recovery.approvals.application.ViewingApprovals.Viewed;
import org.stoppayment.recovery.approvals.domain.RefundApproval;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Parses approvers; renders approvals. */
public final class ApprovalWire {

    private ApprovalWire() {}

    /** Empty when none is given, or one that is not known. */
    public static Optional<ApprovalLevel> level(Approver approver) {
        return switch (approver.getLevel()) {
            case APPROVAL_LEVEL_COUNTY -> Optional.of(ApprovalLevel.COUNTY);
            case APPROVAL_LEVEL_CITY -> Optional.of(ApprovalLevel.CITY);
            case APPROVAL_LEVEL_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    /** The officer that an approver is. */
    public static Officer officer(Approver approver) {
        return new Officer(approver.getOrganisation(), approver.getBadgeNumber());
    }

    static org.stoppayment.proto.recovery.v1.RefundApproval render(Viewed viewed) {
        return render(viewed.approval()).toBuilder()
                .addAllEarlier(
                        viewed.earlier().stream().map(ApprovalWire::render).toList())
                .build();
    }

    static org.stoppayment.proto.recovery.v1.RefundApproval render(RefundApproval approval) {
        org.stoppayment.proto.recovery.v1.RefundApproval.Builder rendered =
                org.stoppayment.proto.recovery.v1.RefundApproval.newBuilder()
                        .setPlanId(approval.planId().toString())
                        .setPlanDigest(approval.planDigest())
                        .setState(state(approval))
                        .setSubmittedBy(OfficerWire.render(approval.submission().officer()))
                        .setSubmittedAt(
                                CommonWire.timestamp(approval.submission().at()));
        approval.decision().ifPresent(decision -> rendered.setDecidedBy(OfficerWire.render(decision.officer()))
                .setDecidedAt(CommonWire.timestamp(decision.at()))
                .setReason(decision.reason()));
        approval.grant().ifPresent(grant -> rendered.setLevel(org.stoppayment.proto.common.v1.ApprovalLevel.valueOf(
                        "APPROVAL_LEVEL_" + grant.level().name()))
                .setDocumentDigest(grant.documentDigest())
                .setExpiresAt(CommonWire.timestamp(grant.expiresAt())));
        return rendered.build();
    }

    private static RefundApprovalState state(RefundApproval approval) {
        if (approval.isOpen()) {
            return RefundApprovalState.REFUND_APPROVAL_STATE_SUBMITTED;
        }
        return approval.grant().isPresent()
                ? RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED
                : RefundApprovalState.REFUND_APPROVAL_STATE_REJECTED;
    }
}
