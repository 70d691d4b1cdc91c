package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApprovalServiceGrpc;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalRequest;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalResponse;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsResponse;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.PayRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.PaymentServiceGrpc;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentRequest;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentResponse;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanResponse;

/** Payments that are as the test says, and approvals: of every plan the last one that was made. */
public final class FakePayments extends PaymentServiceGrpc.PaymentServiceImplBase {

    /** Id of the payment that is there at first. */
    public static final String PAYMENT = "0193a000-0000-7000-8000-0000000000e1";

    private static final Timestamp THEN =
            Timestamp.newBuilder().setSeconds(4_000_000_000L).build();

    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final List<ListRefundPaymentsRequest> lists = new CopyOnWriteArrayList<>();
    private final Queue<List<RefundPayment>> next = new ConcurrentLinkedQueue<>();
    private volatile List<RefundPayment> payments = List.of();
    private volatile Optional<RefundApproval> approval = Optional.empty();

    /** What was asked to be done, in order. */
    public List<Message> requests() {
        return List.copyOf(requests);
    }

    /** How payments were listed. */
    public List<ListRefundPaymentsRequest> lists() {
        return List.copyOf(lists);
    }

    /** These are the payments from now on. */
    public void are(RefundPayment... all) {
        payments = List.of(all);
    }

    /** These are the payments once they have been listed as they are now. */
    public void thenAre(RefundPayment... all) {
        next.add(List.of(all));
    }

    /** This is the approval of every plan. */
    public void approved(RefundApproval other) {
        approval = Optional.of(other);
    }

    /** A payment of 50,000.00 to the first victim. */
    public static RefundPayment.Builder payment(RefundPaymentState state) {
        return RefundPayment.newBuilder()
                .setPaymentId(PAYMENT)
                .setPlanId(RefundSamples.PLAN)
                .setCaseId(RefundSamples.caseOf(1))
                .setAccount(RefundSamples.MULE)
                .setFreezeId("0193a000-0000-7000-8000-0000000000b1")
                .setPayee(RefundAccount.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode(HoldSamples.INSTITUTION)
                                .setNumber("6217000000000000015")
                                .setName("林某某"))
                        .setIsOriginal(true))
                .setAmountFen(5_000_000)
                .setState(state)
                .setOrderedAt(THEN)
                .setDeadlineAt(THEN);
    }

    /** The same, paid. */
    public static RefundPayment.Builder paid() {
        return payment(RefundPaymentState.REFUND_PAYMENT_STATE_PAID)
                .setPaidFen(5_000_000)
                .addReceipts(RefundReceipt.newBuilder()
                        .setReceiptId("R-1")
                        .setPaidFen(5_000_000)
                        .setPaidAt(THEN));
    }

    /** An approval that nobody has decided. */
    public static RefundApproval.Builder submitted(String planId, Operator officer) {
        return RefundApproval.newBuilder()
                .setPlanId(planId)
                .setPlanDigest("d1".repeat(32))
                .setState(RefundApprovalState.REFUND_APPROVAL_STATE_SUBMITTED)
                .setSubmittedBy(officer)
                .setSubmittedAt(THEN);
    }

    @Override
    public void payRefundPlan(PayRefundPlanRequest request, StreamObserver<PayRefundPlanResponse> caller) {
        requests.add(request);
        answer(
                caller,
                PayRefundPlanResponse.newBuilder().addAllPayments(payments).build());
    }

    @Override
    public void listRefundPayments(
            ListRefundPaymentsRequest request, StreamObserver<ListRefundPaymentsResponse> caller) {
        lists.add(request);
        answer(
                caller,
                ListRefundPaymentsResponse.newBuilder().addAllPayments(payments).build());
        Optional.ofNullable(next.poll()).ifPresent(later -> payments = later);
    }

    @Override
    public void resolveRefundPayment(
            ResolveRefundPaymentRequest request, StreamObserver<ResolveRefundPaymentResponse> caller) {
        requests.add(request);
        RefundPayment.Builder payment = request.hasReceipt()
                ? payment(RefundPaymentState.REFUND_PAYMENT_STATE_PAID)
                        .setPaidFen(request.getReceipt().getPaidFen())
                        .addReceipts(request.getReceipt())
                : payment(RefundPaymentState.REFUND_PAYMENT_STATE_DECLINED)
                        .setDetail("NOT_PAID")
                        .setResolvedBy(request.getOperator())
                        .setResolveReason(request.getReason());
        answer(
                caller,
                ResolveRefundPaymentResponse.newBuilder().setPayment(payment).build());
    }

    /** Who decides about plans. */
    BindableService approvals() {
        return new ApprovalServiceGrpc.ApprovalServiceImplBase() {
            @Override
            public void submitRefundPlan(
                    SubmitRefundPlanRequest request, StreamObserver<SubmitRefundPlanResponse> caller) {
                requests.add(request);
                answer(
                        caller,
                        SubmitRefundPlanResponse.newBuilder()
                                .setApproval(submitted(request.getPlanId(), request.getOperator()))
                                .build());
            }

            @Override
            public void approveRefundPlan(
                    ApproveRefundPlanRequest request, StreamObserver<ApproveRefundPlanResponse> caller) {
                requests.add(request);
                answer(
                        caller,
                        ApproveRefundPlanResponse.newBuilder()
                                .setApproval(submitted(request.getPlanId(), Operator.getDefaultInstance())
                                        .setState(RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED)
                                        .setLevel(request.getApprover().getLevel())
                                        .setDocumentDigest(request.getDocumentDigest())
                                        .setDecidedBy(Operator.newBuilder()
                                                .setOrganisation(
                                                        request.getApprover().getOrganisation())
                                                .setBadgeNumber(
                                                        request.getApprover().getBadgeNumber()))
                                        .setDecidedAt(THEN)
                                        .setExpiresAt(THEN))
                                .build());
            }

            @Override
            public void rejectRefundPlan(
                    RejectRefundPlanRequest request, StreamObserver<RejectRefundPlanResponse> caller) {
                requests.add(request);
                answer(
                        caller,
                        RejectRefundPlanResponse.newBuilder()
                                .setApproval(submitted(request.getPlanId(), Operator.getDefaultInstance())
                                        .setState(RefundApprovalState.REFUND_APPROVAL_STATE_REJECTED)
                                        .setDecidedBy(request.getOperator())
                                        .setDecidedAt(THEN)
                                        .setReason(request.getReason()))
                                .build());
            }

            @Override
            public void getRefundApproval(
                    GetRefundApprovalRequest request, StreamObserver<GetRefundApprovalResponse> caller) {
                approval.ifPresentOrElse(
                        found -> answer(
                                caller,
                                GetRefundApprovalResponse.newBuilder()
                                        .setApproval(found)
                                        .build()),
                        () -> refuse(caller, Code.NOT_FOUND, "planId: " + request.getPlanId()));
            }
        };
    }
}
