package org.stoppayment.freeze.orders.grpc;

import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AmendmentKind;
import org.stoppayment.proto.freeze.v1.AmendmentState;
import org.stoppayment.proto.freeze.v1.Decision;
import org.stoppayment.proto.freeze.v1.StopAmendment;

/** Parses and renders who decided something about an order, and why. */
public final class DecisionWire {

    private DecisionWire() {}

    /** What a request says; parts that it does not give are empty. */
    public static org.stoppayment.freeze.shared.domain.Decision parse(
            String reason, String reference, Operator operator) {
        return new org.stoppayment.freeze.shared.domain.Decision(reason, reference, OfficerWire.parse(operator));
    }

    static Decision render(org.stoppayment.freeze.shared.domain.Decision decision) {
        return Decision.newBuilder()
                .setReason(decision.reason())
                .setReference(decision.reference())
                .setOperator(OfficerWire.render(decision.officer()))
                .build();
    }

    static StopAmendment render(OrderView.Amendment amendment) {
        return StopAmendment.newBuilder()
                .setApplicationId(amendment.id().toString())
                .setKind(AmendmentKind.valueOf("AMENDMENT_KIND_" + amendment.kind()))
                .setState(AmendmentState.valueOf("AMENDMENT_STATE_" + amendment.state()))
                .setRequestedAt(CommonWire.timestamp(amendment.at()))
                .setDecision(render(amendment.decision()))
                .setResultCode(amendment.resultCode())
                .build();
    }
}
