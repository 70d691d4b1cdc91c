package org.stoppayment.cli.command.refund.payment;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsResponse;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPayment;

/** What was decided about a plan, and what was paid. */
public final class PlanPayments {

    private static final int PAGE = 500;

    private PlanPayments() {}

    /** The approval of a plan; empty when nobody asked for it. */
    public static Optional<RefundApproval> approval(ServiceClients clients, String planId) {
        try {
            return Optional.of(clients.approvals()
                    .getRefundApproval(GetRefundApprovalRequest.newBuilder()
                            .setPlanId(planId)
                            .build())
                    .getApproval());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All payments of a plan. */
    public static List<RefundPayment> of(ServiceClients clients, String planId) {
        List<RefundPayment> payments = new ArrayList<>();
        String token = "";
        do {
            ListRefundPaymentsResponse page = clients.payments()
                    .listRefundPayments(ListRefundPaymentsRequest.newBuilder()
                            .setPlanId(planId)
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            payments.addAll(page.getPaymentsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return payments;
    }

    /** True when nothing more happens to a payment by itself: it has ended, or needs a person. */
    static boolean isSettled(RefundPayment payment) {
        return switch (payment.getState()) {
            case REFUND_PAYMENT_STATE_QUEUED,
                    REFUND_PAYMENT_STATE_SENDING,
                    REFUND_PAYMENT_STATE_ACCEPTED,
                    REFUND_PAYMENT_STATE_IN_DOUBT -> false;
            default -> true;
        };
    }
}
