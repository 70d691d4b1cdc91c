package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetCaseProgressResponse;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.ListManualOrdersRequest;
import org.stoppayment.proto.freeze.v1.ListManualOrdersResponse;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderRequest;
import org.stoppayment.proto.freeze.v1.ResolveManualOrderResponse;
import org.stoppayment.proto.freeze.v1.RestopAccountRequest;
import org.stoppayment.proto.freeze.v1.RestopAccountResponse;
import org.stoppayment.proto.freeze.v1.StopClaim;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** Stop orders as officers see them: {@code alone} and {@code shared} are in effect, {@code over} has lapsed. */
final class FakeFreeze extends AccountFreezeServiceGrpc.AccountFreezeServiceImplBase {

    private final List<LiftStopRequest> lifts = new CopyOnWriteArrayList<>();
    private volatile StopOrder manual = StopOrder.newBuilder()
            .setApplicationId("lost")
            .setManualReason("NO_ROUTE")
            .build();

    /** The order that waits for a person. */
    void manual(StopOrder order) {
        manual = order;
    }

    List<LiftStopRequest> lifts() {
        return lifts;
    }

    @Override
    public void listManualOrders(ListManualOrdersRequest request, StreamObserver<ListManualOrdersResponse> caller) {
        answer(
                caller,
                ListManualOrdersResponse.newBuilder()
                        .addOrders(manual)
                        .setNextPageToken("next")
                        .build());
    }

    @Override
    public void resolveManualOrder(
            ResolveManualOrderRequest request, StreamObserver<ResolveManualOrderResponse> caller) {
        if (request.hasFeedback() && !request.getFeedback().getApplicationId().equals(request.getApplicationId())) {
            refuse(caller, Code.INVALID_ARGUMENT, "feedback.applicationId: another (expected: that of the order)");
            return;
        }
        answer(
                caller,
                ResolveManualOrderResponse.newBuilder()
                        .setOrder(StopOrder.newBuilder()
                                .setApplicationId(request.getApplicationId())
                                .setReference(request.getReference())
                                .setAccount(Account.newBuilder().setInstitutionCode(request.getInstitutionCode()))
                                .setResultCode(request.getFeedback().getResultCode()))
                        .build());
    }

    @Override
    public void getCaseProgress(GetCaseProgressRequest request, StreamObserver<GetCaseProgressResponse> caller) {
        answer(
                caller,
                GetCaseProgressResponse.newBuilder()
                        .setProgress(CaseProgress.newBuilder()
                                .addOrders(order("alone", StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                                .addOrders(order("shared", StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                                .addOrders(order("over", StopOrderState.STOP_ORDER_STATE_LAPSED)))
                        .build());
    }

    private static StopOrder order(String applicationId, StopOrderState state) {
        return StopOrder.newBuilder()
                .setApplicationId(applicationId)
                .setState(state)
                .setCaseId("placing")
                .build();
    }

    /** The account of the order {@code shared} is claimed by another case as well; a third one has corrected its claim away. */
    @Override
    public void getStopOrder(GetStopOrderRequest request, StreamObserver<GetStopOrderResponse> caller) {
        GetStopOrderResponse.Builder response = GetStopOrderResponse.newBuilder()
                .setOrder(order(request.getApplicationId(), StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                .addClaims(StopClaim.newBuilder()
                        .setCaseId("placing")
                        .setHeldFen(46_700)
                        .setActive(true))
                .addClaims(StopClaim.newBuilder().setCaseId("corrected"));
        if (request.getApplicationId().equals("shared")) {
            response.addClaims(StopClaim.newBuilder()
                    .setCaseId("joined")
                    .setHeldFen(113_500)
                    .setActive(true));
        }
        answer(caller, response.build());
    }

    @Override
    public void liftStop(LiftStopRequest request, StreamObserver<LiftStopResponse> caller) {
        if (request.getApplicationId().equals("shared")) {
            lifts.add(request);
            answer(
                    caller,
                    LiftStopResponse.newBuilder()
                            .setOrder(order("shared", StopOrderState.STOP_ORDER_STATE_IN_EFFECT))
                            .addActiveClaims(StopClaim.newBuilder().setCaseId("joined"))
                            .build());
            return;
        }
        refuse(caller, Code.FAILED_PRECONDITION, "the stop is not in effect");
    }

    @Override
    public void extendStop(ExtendStopRequest request, StreamObserver<ExtendStopResponse> caller) {
        answer(
                caller,
                ExtendStopResponse.newBuilder()
                        .setExtensionApplicationId("extension of " + request.getApplicationId())
                        .setOrder(StopOrder.newBuilder().setApplicationId(request.getApplicationId()))
                        .build());
    }

    @Override
    public void restopAccount(RestopAccountRequest request, StreamObserver<RestopAccountResponse> caller) {
        answer(
                caller,
                RestopAccountResponse.newBuilder()
                        .setOrder(StopOrder.newBuilder()
                                .setApplicationId("second")
                                .setOriginalApplicationId(request.getApplicationId()))
                        .build());
    }
}
