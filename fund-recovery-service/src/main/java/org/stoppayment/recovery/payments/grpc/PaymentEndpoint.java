package org.stoppayment.recovery.payments.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsResponse;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PayRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.PaymentService;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentRequest;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentResponse;
import org.stoppayment.recovery.payments.application.PayingPlans;
import org.stoppayment.recovery.payments.application.ResolvingPayments;
import org.stoppayment.recovery.payments.application.ViewingPayments;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves payments to refund officers. */
@GrpcService
@RolesAllowed(Roles.COMMAND)
class PaymentEndpoint implements PaymentService {

    private final PayingPlans paying;
    private final ViewingPayments viewing;
    private final ResolvingPayments resolving;
    private final InstantSource clock;

    PaymentEndpoint(PayingPlans paying, ViewingPayments viewing, ResolvingPayments resolving, InstantSource clock) {
        this.paying = paying;
        this.viewing = viewing;
        this.resolving = resolving;
        this.clock = clock;
    }

    @Override
    public Uni<PayRefundPlanResponse> payRefundPlan(PayRefundPlanRequest request) {
        return paying.pay(request.getPlanId(), request.getPlanDigest(), OfficerWire.parse(request.getOperator()))
                .map(payments -> PayRefundPlanResponse.newBuilder()
                        .addAllPayments(PaymentWire.render(payments, clock.instant()))
                        .build());
    }

    @Override
    public Uni<ListRefundPaymentsResponse> listRefundPayments(ListRefundPaymentsRequest request) {
        return viewing.list(
                        request.getPlanId(),
                        request.getCaseId(),
                        request.getNeedsAttention(),
                        request.getPageSize(),
                        request.getPageToken())
                .map(payments -> ListRefundPaymentsResponse.newBuilder()
                        .addAllPayments(PaymentWire.render(payments, clock.instant()))
                        .setNextPageToken(nextPageToken(payments, ViewingPayments.pageSize(request.getPageSize())))
                        .build());
    }

    @Override
    public Uni<ResolveRefundPaymentResponse> resolveRefundPayment(ResolveRefundPaymentRequest request) {
        return resolving
                .resolve(
                        request.getPaymentId(),
                        request.hasReceipt()
                                ? Optional.of(PaymentWire.parse(request.getReceipt(), clock.instant()))
                                : Optional.empty(),
                        request.getReason(),
                        OfficerWire.parse(request.getOperator()))
                .map(payment -> ResolveRefundPaymentResponse.newBuilder()
                        .setPayment(PaymentWire.render(payment, clock.instant()))
                        .build());
    }

    private static String nextPageToken(List<Payment> payments, int pageSize) {
        return payments.size() < pageSize
                ? ""
                : payments.get(payments.size() - 1).id().toString();
    }
}
