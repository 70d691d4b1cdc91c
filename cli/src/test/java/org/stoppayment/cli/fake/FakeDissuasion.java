package org.stoppayment.cli.fake;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ClaimDissuasionResponse;
import org.stoppayment.proto.freeze.v1.CloseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.CloseDissuasionResponse;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionOutcome;
import org.stoppayment.proto.freeze.v1.DissuasionServiceGrpc;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ListDissuasionResponse;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ReleaseDissuasionResponse;

/** A dissuasion list with a short first page and full further pages, oldest payment first; claimed by officer {@code other}. */
public final class FakeDissuasion extends DissuasionServiceGrpc.DissuasionServiceImplBase {

    private final Set<String> casesWithoutEntries = ConcurrentHashMap.newKeySet();

    /** A case, known or not, that has no entries. */
    public void hasNoneOf(String caseId) {
        casesWithoutEntries.add(caseId);
    }

    private static Dissuasion.Builder entry(String id) {
        return Dissuasion.newBuilder()
                .setDissuasionId(id)
                .setPayer(Account.newBuilder().setNumber("6222020000000000018").setName("陈小明"))
                .setAmountFen(250_000)
                .setTransferCount(2);
    }

    @Override
    public void listDissuasion(ListDissuasionRequest request, StreamObserver<ListDissuasionResponse> caller) {
        if (casesWithoutEntries.contains(request.getCaseId())) {
            caller.onNext(ListDissuasionResponse.getDefaultInstance());
            caller.onCompleted();
            return;
        }
        boolean first = request.getPageToken().isEmpty();
        ListDissuasionResponse.Builder page =
                ListDissuasionResponse.newBuilder().setNextPageToken(first ? "short" : "full");
        for (int i = 0; i < (first ? 1 : request.getPageSize()); i++) {
            page.addEntries(entry("entry of case " + request.getCaseId() + request.getPageToken())
                    .setLastBookedAt(Timestamp.newBuilder().setSeconds(i))
                    .setState(request.getState()));
        }
        caller.onNext(page.build());
        caller.onCompleted();
    }

    @Override
    public void claimDissuasion(ClaimDissuasionRequest request, StreamObserver<ClaimDissuasionResponse> caller) {
        if (request.getOfficer().getBadgeNumber().equals("late")) {
            caller.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                    .setCode(Code.FAILED_PRECONDITION.getNumber())
                    .setMessage("is with 96110 ***(5)")
                    .build()));
            return;
        }
        caller.onNext(ClaimDissuasionResponse.newBuilder()
                .setEntry(entry(request.getDissuasionId())
                        .setState(DissuasionState.DISSUASION_STATE_CLAIMED)
                        .setOfficer(request.getOfficer()))
                .build());
        caller.onCompleted();
    }

    @Override
    public void releaseDissuasion(ReleaseDissuasionRequest request, StreamObserver<ReleaseDissuasionResponse> caller) {
        caller.onNext(ReleaseDissuasionResponse.newBuilder()
                .setEntry(entry(request.getDissuasionId()).setState(DissuasionState.DISSUASION_STATE_OPEN))
                .build());
        caller.onCompleted();
    }

    @Override
    public void closeDissuasion(CloseDissuasionRequest request, StreamObserver<CloseDissuasionResponse> caller) {
        caller.onNext(CloseDissuasionResponse.newBuilder()
                .setEntry(entry(request.getDissuasionId())
                        .setState(DissuasionState.DISSUASION_STATE_CLOSED)
                        .setOutcome(request.getOutcome())
                        .setNote(request.getNote())
                        .setReportSuggested(
                                request.getOutcome() == DissuasionOutcome.DISSUASION_OUTCOME_LOSS_CONFIRMED))
                .build());
        caller.onCompleted();
    }
}
