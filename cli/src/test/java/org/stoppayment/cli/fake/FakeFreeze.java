package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.AcknowledgeAlertRequest;
import org.stoppayment.proto.freeze.v1.AcknowledgeAlertResponse;
import org.stoppayment.proto.freeze.v1.Alert;
import org.stoppayment.proto.freeze.v1.AlertAcknowledgement;
import org.stoppayment.proto.freeze.v1.AlertClosure;
import org.stoppayment.proto.freeze.v1.AlertKind;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.CloseAlertRequest;
import org.stoppayment.proto.freeze.v1.CloseAlertResponse;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetCaseProgressResponse;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.LiftStopRequest;
import org.stoppayment.proto.freeze.v1.LiftStopResponse;
import org.stoppayment.proto.freeze.v1.ListAlertsRequest;
import org.stoppayment.proto.freeze.v1.ListAlertsResponse;
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

    /** One alert, of the kind and state that are asked for. */
    @Override
    public void listAlerts(ListAlertsRequest request, StreamObserver<ListAlertsResponse> caller) {
        AlertKind kind = request.getKindsCount() == 0 ? AlertKind.ALERT_KIND_LAPSE_LAST_WARNING : request.getKinds(0);
        answer(
                caller,
                ListAlertsResponse.newBuilder()
                        .addAlerts(alert("warned").setKind(kind).setState(request.getStates(0)))
                        .setNextPageToken("next")
                        .build());
    }

    private static Alert.Builder alert(String alertId) {
        return Alert.newBuilder()
                .setAlertId(alertId)
                .setCaseId("placing")
                .setOrderApplicationId("alone")
                .setInstitutionCode("102100099996")
                .setInstitutionName("中国工商银行")
                .setInstitutionEnglishName("ICBC")
                .setAtStakeFen(46_700)
                .setDetail("NO_ROUTE")
                .setOrderState(StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                .setStopEndsAt(Timestamp.newBuilder().setSeconds(1_772_524_800));
    }

    @Override
    public void acknowledgeAlert(AcknowledgeAlertRequest request, StreamObserver<AcknowledgeAlertResponse> caller) {
        answer(
                caller,
                AcknowledgeAlertResponse.newBuilder()
                        .setAlert(alert(request.getAlertId())
                                .setAcknowledgement(
                                        AlertAcknowledgement.newBuilder().setOperator(request.getOperator())))
                        .build());
    }

    @Override
    public void closeAlert(CloseAlertRequest request, StreamObserver<CloseAlertResponse> caller) {
        if (request.getAlertId().equals("closed")) {
            refuse(caller, Code.FAILED_PRECONDITION, "alert closed was closed by another");
            return;
        }
        answer(
                caller,
                CloseAlertResponse.newBuilder()
                        .setAlert(alert(request.getAlertId())
                                .setClosure(AlertClosure.newBuilder()
                                        .setOperator(request.getOperator())
                                        .setReason(request.getReason())))
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
