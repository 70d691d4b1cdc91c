package org.stoppayment.cli.fake;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AttentionChanges;
import org.stoppayment.proto.freeze.v1.AttentionClosure;
import org.stoppayment.proto.freeze.v1.AttentionItem;
import org.stoppayment.proto.freeze.v1.AttentionKey;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc;
import org.stoppayment.proto.freeze.v1.AttentionSnapshot;
import org.stoppayment.proto.freeze.v1.AttentionSummary;
import org.stoppayment.proto.freeze.v1.CaseAttention;
import org.stoppayment.proto.freeze.v1.CaseFunds;
import org.stoppayment.proto.freeze.v1.CloseAttentionRequest;
import org.stoppayment.proto.freeze.v1.CloseAttentionResponse;
import org.stoppayment.proto.freeze.v1.ListAttentionRequest;
import org.stoppayment.proto.freeze.v1.ListAttentionResponse;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionRequest;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionResponse;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/** Two items of a case, each on a page of its own, and streams that the test scripts by their final status. */
public final class FakeAttention extends AttentionServiceGrpc.AttentionServiceImplBase {

    public static final String ACCOUNT = "6222020000000000018";
    public static final String INSTITUTION = "102100099996";

    private static final Timestamp NOW =
            Timestamp.newBuilder().setSeconds(100_000).build();

    private final List<CloseAttentionRequest> closed = new CopyOnWriteArrayList<>();
    private volatile boolean available = true;
    private final Queue<Status> streams = new ConcurrentLinkedQueue<>();

    /** Account-freeze does not answer what needs attention. */
    public void unavailable() {
        available = false;
    }

    /** The requests to close. */
    public List<CloseAttentionRequest> closed() {
        return List.copyOf(closed);
    }

    /** Scripts how the next stream ends, after one item that goes and another that comes. */
    public void nextStream(Status status) {
        streams.add(status);
    }

    private static AttentionItem item(String caseId, String number, AttentionReason reason, long fen) {
        return AttentionItem.newBuilder()
                .setKey(AttentionKey.newBuilder()
                        .setCaseId(caseId)
                        .setInstitutionCode(INSTITUTION)
                        .setAccountNumber(number)
                        .setReason(reason))
                .setAccount(Account.newBuilder()
                        .setInstitutionCode(INSTITUTION)
                        .setNumber(number)
                        .setName("陈小明"))
                .setLevel(1)
                .setAtRiskFen(fen)
                .setSince(Timestamp.newBuilder().setSeconds(100_000 - 2 * 3600 - 5 * 60))
                .setApplicationId("order on " + number)
                .setState(StopOrderState.STOP_ORDER_STATE_DECLINED)
                .setResultCode("0301")
                .build();
    }

    private static AttentionItem first(String caseId) {
        return item(caseId, "6222020000000000026", AttentionReason.ATTENTION_REASON_UNKNOWN, 13_400_000);
    }

    private static AttentionItem second(String caseId) {
        return item(caseId, ACCOUNT, AttentionReason.ATTENTION_REASON_DECLINED, 5_000);
    }

    @Override
    public void listAttention(ListAttentionRequest request, StreamObserver<ListAttentionResponse> caller) {
        boolean isFirst = request.getPageToken().isEmpty();
        caller.onNext(ListAttentionResponse.newBuilder()
                .addItems(isFirst ? first(request.getCaseId()) : second(request.getCaseId()))
                .setAsOf(NOW)
                .setNextPageToken(isFirst ? "second" : "")
                .build());
        caller.onCompleted();
    }

    /** Every other case needs attention, beginning with the first. */
    @Override
    public void summarizeAttention(
            SummarizeAttentionRequest request, StreamObserver<SummarizeAttentionResponse> caller) {
        SummarizeAttentionResponse.Builder response = SummarizeAttentionResponse.newBuilder();
        if (!available) {
            caller.onError(Status.UNAVAILABLE.withDescription("database").asRuntimeException());
            return;
        }
        request.getCaseIdsList()
                .forEach(id -> response.addFunds(CaseFunds.newBuilder()
                        .setCaseId(id)
                        .setHeldFen(1_000_000)
                        .setAtRiskFen(234_500)));
        for (int i = 0; i < request.getCaseIdsCount(); i += 2) {
            response.addSummaries(AttentionSummary.newBuilder()
                    .setCaseId(request.getCaseIds(i))
                    .addReasons(CaseAttention.newBuilder()
                            .setReason(AttentionReason.ATTENTION_REASON_DECLINED)
                            .setItems(3)));
        }
        caller.onNext(response.build());
        caller.onCompleted();
    }

    @Override
    public void closeAttention(CloseAttentionRequest request, StreamObserver<CloseAttentionResponse> caller) {
        closed.add(request);
        if (request.getKey().getInstitutionCode().isEmpty()) {
            caller.onError(Status.NOT_FOUND.withDescription("item").asRuntimeException());
            return;
        }
        caller.onNext(CloseAttentionResponse.newBuilder()
                .setItem(second(request.getKey().getCaseId()).toBuilder()
                        .setClosure(AttentionClosure.newBuilder()
                                .setAtRiskFen(5_000)
                                .setNote(request.getNote())
                                .setOfficer(request.getOfficer())))
                .build());
        caller.onCompleted();
    }

    @Override
    public void watchAttention(WatchAttentionRequest request, StreamObserver<WatchAttentionResponse> caller) {
        caller.onNext(message()
                .setSnapshot(AttentionSnapshot.newBuilder().addItems(first("C1")))
                .build());
        caller.onNext(message()
                .setChanges(AttentionChanges.newBuilder()
                        .addAdded(second("C2"))
                        .addClosed(first("C1").getKey())
                        .setMore(true))
                .build());
        caller.onError(streams.remove().asRuntimeException());
    }

    private static WatchAttentionResponse.Builder message() {
        return WatchAttentionResponse.newBuilder()
                .setAsOf(NOW)
                .setNextWithin(Duration.newBuilder().setSeconds(10));
    }
}
