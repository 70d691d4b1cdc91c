package org.stoppayment.cli.command.refund.explain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPlan;

/**
 * A plan, and what became of it.
 *
 * @param plan what it says
 * @param approval empty when nobody asked for it
 * @param payments empty when none was ordered
 */
public record ExplainedPlan(RefundPlan plan, Optional<RefundApproval> approval, List<RefundPayment> payments) {

    public ExplainedPlan {
        payments = List.copyOf(payments);
    }

    /** A plan that nobody has decided about. */
    public static ExplainedPlan of(RefundPlan plan) {
        return new ExplainedPlan(plan, Optional.empty(), List.of());
    }
}
