package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.rpc.Code;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.GetRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.GetRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.ListCaseSharesRequest;
import org.stoppayment.proto.recovery.v1.ListCaseSharesResponse;
import org.stoppayment.proto.recovery.v1.ListRefundPlansRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPlansResponse;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundPlanResponse;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanSummary;
import org.stoppayment.proto.recovery.v1.RefundServiceGrpc;
import org.stoppayment.proto.recovery.v1.ShareServiceGrpc;

/** Shares and one plan: every id but {@code none} is its id. */
public final class FakeRefunds extends RefundServiceGrpc.RefundServiceImplBase {

    private final List<MakeRefundPlanRequest> orders = new CopyOnWriteArrayList<>();
    private final List<ListRefundPlansRequest> lists = new CopyOnWriteArrayList<>();
    private volatile RefundPlan plan = RefundSamples.sharedMule();
    private volatile List<AccountShares> shares = List.of();
    private volatile List<RefundCondition> unmet = List.of(RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED);

    /** The plans that were asked for. */
    public List<MakeRefundPlanRequest> orders() {
        return List.copyOf(orders);
    }

    /** How plans were listed. */
    public List<ListRefundPlansRequest> lists() {
        return List.copyOf(lists);
    }

    /** This is the plan from now on. */
    public void plan(RefundPlan other) {
        plan = other;
    }

    /** Nothing stands in the way of the plan from now on. */
    public void payable() {
        unmet = List.of();
    }

    /** The money of every case is on these accounts from now on. */
    public void share(AccountShares... all) {
        shares = List.of(all);
    }

    /** Whose money accounts hold. */
    BindableService shares() {
        return new ShareServiceGrpc.ShareServiceImplBase() {
            @Override
            public void listCaseShares(ListCaseSharesRequest request, StreamObserver<ListCaseSharesResponse> caller) {
                answer(
                        caller,
                        ListCaseSharesResponse.newBuilder()
                                .addAllAccounts(shares)
                                .build());
            }
        };
    }

    @Override
    public void makeRefundPlan(MakeRefundPlanRequest request, StreamObserver<MakeRefundPlanResponse> caller) {
        orders.add(request);
        answer(caller, MakeRefundPlanResponse.newBuilder().setPlan(plan).build());
    }

    @Override
    public void getRefundPlan(GetRefundPlanRequest request, StreamObserver<GetRefundPlanResponse> caller) {
        if (request.getPlanId().equals("none")) {
            refuse(caller, Code.NOT_FOUND, "plan: none");
            return;
        }
        answer(caller, GetRefundPlanResponse.newBuilder().setPlan(plan).build());
    }

    @Override
    public void listRefundPlans(ListRefundPlansRequest request, StreamObserver<ListRefundPlansResponse> caller) {
        lists.add(request);
        answer(
                caller,
                ListRefundPlansResponse.newBuilder().addPlans(summary(plan)).build());
    }

    private RefundPlanSummary summary(RefundPlan plan) {
        return RefundPlanSummary.newBuilder()
                .setPlanId(plan.getPlanId())
                .setState(plan.getState())
                .setMadeAt(plan.getMadeAt())
                .addAllAccounts(plan.getAccountsList().stream()
                        .map(AccountRefund::getAccount)
                        .toList())
                .addAllCaseIds(plan.getAccountsList().stream()
                        .flatMap(account -> account.getPayoutsList().stream())
                        .map(Payout::getCaseId)
                        .distinct()
                        .toList())
                .setHeldFen(plan.getAccountsList().stream()
                        .mapToLong(AccountRefund::getHeldFen)
                        .sum())
                .setPayFen(plan.getAccountsList().stream()
                        .flatMap(account -> account.getPayoutsList().stream())
                        .mapToLong(Payout::getPayFen)
                        .sum())
                .addAllUnmet(unmet)
                .build();
    }
}
