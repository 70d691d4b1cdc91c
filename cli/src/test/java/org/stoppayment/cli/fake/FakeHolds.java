package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.freeze.v1.ChangeFreezeRequest;
import org.stoppayment.proto.freeze.v1.ChangeFreezeResponse;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.GetFreezeRequest;
import org.stoppayment.proto.freeze.v1.GetFreezeResponse;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldServiceGrpc;
import org.stoppayment.proto.freeze.v1.LiftFreezeRequest;
import org.stoppayment.proto.freeze.v1.LiftFreezeResponse;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.freeze.v1.ListFreezesResponse;
import org.stoppayment.proto.freeze.v1.OrderFreezeRequest;
import org.stoppayment.proto.freeze.v1.OrderFreezeResponse;
import org.stoppayment.proto.freeze.v1.ProposeHoldsRequest;
import org.stoppayment.proto.freeze.v1.ProposeHoldsResponse;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeRequest;
import org.stoppayment.proto.freeze.v1.RecordOwnerNoticeResponse;
import org.stoppayment.proto.freeze.v1.RenewFreezeRequest;
import org.stoppayment.proto.freeze.v1.RenewFreezeResponse;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsRequest;
import org.stoppayment.proto.freeze.v1.ReportUnrelatedFundsResponse;
import org.stoppayment.proto.freeze.v1.ResolveFreezeRequest;
import org.stoppayment.proto.freeze.v1.ResolveFreezeResponse;

/** Freezes as officers see them: every id but {@code none} is a freeze in effect, and every order is taken unless it is to fail. */
public final class FakeHolds extends HoldServiceGrpc.HoldServiceImplBase {

    private final List<OrderFreezeRequest> orders = new CopyOnWriteArrayList<>();
    private final List<RenewFreezeRequest> renewals = new CopyOnWriteArrayList<>();
    private final List<ChangeFreezeRequest> changes = new CopyOnWriteArrayList<>();
    private final List<LiftFreezeRequest> lifts = new CopyOnWriteArrayList<>();
    private final List<ResolveFreezeRequest> resolutions = new CopyOnWriteArrayList<>();
    private final List<ReportUnrelatedFundsRequest> findings = new CopyOnWriteArrayList<>();
    private final List<RecordOwnerNoticeRequest> notices = new CopyOnWriteArrayList<>();
    private final List<ListFreezesRequest> lists = new CopyOnWriteArrayList<>();
    private final List<ProposeHoldsRequest> proposed = new CopyOnWriteArrayList<>();
    private final Map<String, Code> failing = new ConcurrentHashMap<>();
    private volatile List<HoldProposal> proposals = List.of();
    private volatile List<Freeze> freezes = List.of();
    private volatile Optional<Freeze> shown = Optional.empty();
    private volatile boolean listable = true;

    /** The orders that came in. */
    public List<OrderFreezeRequest> orders() {
        return List.copyOf(orders);
    }

    /** The renewals that came in. */
    public List<RenewFreezeRequest> renewals() {
        return List.copyOf(renewals);
    }

    /** The changes of sums that came in. */
    public List<ChangeFreezeRequest> changes() {
        return List.copyOf(changes);
    }

    /** The lifts that came in. */
    public List<LiftFreezeRequest> lifts() {
        return List.copyOf(lifts);
    }

    /** What institutions said, as it was recorded. */
    public List<ResolveFreezeRequest> resolutions() {
        return List.copyOf(resolutions);
    }

    /** The findings that funds are unrelated. */
    public List<ReportUnrelatedFundsRequest> findings() {
        return List.copyOf(findings);
    }

    /** The notices of owners. */
    public List<RecordOwnerNoticeRequest> notices() {
        return List.copyOf(notices);
    }

    /** How freezes were asked for. */
    public List<ListFreezesRequest> lists() {
        return List.copyOf(lists);
    }

    /** How proposals were asked for. */
    public List<ProposeHoldsRequest> proposed() {
        return List.copyOf(proposed);
    }

    /** This is proposed from now on. */
    public void propose(HoldProposal... all) {
        proposals = List.of(all);
    }

    /** These freezes are listed from now on. */
    public void list(Freeze... all) {
        freezes = List.of(all);
    }

    /** This freeze is shown from now on. */
    public void show(Freeze freeze) {
        shown = Optional.of(freeze);
    }

    /** Freezes cannot be listed. */
    public void unlistable() {
        listable = false;
    }

    /** Orders for the account of this number fail with this code. */
    public void fail(String number, Code code) {
        failing.put(number, code);
    }

    @Override
    public void orderFreeze(OrderFreezeRequest request, StreamObserver<OrderFreezeResponse> caller) {
        orders.add(request);
        Code failure = failing.get(request.getAccountNumber());
        if (failure != null) {
            refuse(
                    caller,
                    failure,
                    "the order fails",
                    Any.pack(ErrorInfo.newBuilder().setReason("ALREADY_FROZEN").build()));
            return;
        }
        Freeze.Builder ordered = Freeze.newBuilder()
                .setApplicationId("freeze of " + request.getAccountNumber())
                .setCaseId(request.getCaseId())
                .setAccount(HoldSamples.account(request.getAccountNumber()))
                .setMode(request.getMode())
                .setState(FreezeState.FREEZE_STATE_REQUESTED);
        if (request.hasAmountFen()) {
            ordered.setAmountFen(request.getAmountFen());
        }
        answer(caller, OrderFreezeResponse.newBuilder().setFreeze(ordered).build());
    }

    @Override
    public void renewFreeze(RenewFreezeRequest request, StreamObserver<RenewFreezeResponse> caller) {
        renewals.add(request);
        answer(
                caller,
                RenewFreezeResponse.newBuilder()
                        .setFreeze(HoldSamples.freeze(request.getApplicationId()))
                        .setRenewalApplicationId("renewal of " + request.getApplicationId())
                        .build());
    }

    @Override
    public void changeFreeze(ChangeFreezeRequest request, StreamObserver<ChangeFreezeResponse> caller) {
        changes.add(request);
        answer(
                caller,
                ChangeFreezeResponse.newBuilder()
                        .setFreeze(HoldSamples.freeze(request.getApplicationId()))
                        .setChangeApplicationId("change of " + request.getApplicationId())
                        .build());
    }

    @Override
    public void liftFreeze(LiftFreezeRequest request, StreamObserver<LiftFreezeResponse> caller) {
        lifts.add(request);
        answer(
                caller,
                LiftFreezeResponse.newBuilder()
                        .setFreeze(HoldSamples.freeze(request.getApplicationId()))
                        .setLiftApplicationId("lift of " + request.getApplicationId())
                        .build());
    }

    @Override
    public void resolveFreeze(ResolveFreezeRequest request, StreamObserver<ResolveFreezeResponse> caller) {
        resolutions.add(request);
        answer(
                caller,
                ResolveFreezeResponse.newBuilder()
                        .setFreeze(HoldSamples.freeze(request.getApplicationId()))
                        .build());
    }

    @Override
    public void reportUnrelatedFunds(
            ReportUnrelatedFundsRequest request, StreamObserver<ReportUnrelatedFundsResponse> caller) {
        findings.add(request);
        answer(
                caller,
                ReportUnrelatedFundsResponse.newBuilder()
                        .setFreeze(unrelated(request.getApplicationId()))
                        .build());
    }

    @Override
    public void recordOwnerNotice(RecordOwnerNoticeRequest request, StreamObserver<RecordOwnerNoticeResponse> caller) {
        notices.add(request);
        answer(
                caller,
                RecordOwnerNoticeResponse.newBuilder()
                        .setFreeze(unrelated(request.getApplicationId()).toBuilder()
                                .setOwnerNotifiedAt(request.getNotifiedAt()))
                        .build());
    }

    private static Freeze unrelated(String applicationId) {
        return HoldSamples.freeze(applicationId).toBuilder()
                .setUnrelatedSince(Timestamp.newBuilder().setSeconds(HoldSamples.EXPIRES - 50_000))
                .setUnrelatedDueAt(Timestamp.newBuilder().setSeconds(HoldSamples.EXPIRES - 50_000 + 3 * 86_400))
                .build();
    }

    @Override
    public void getFreeze(GetFreezeRequest request, StreamObserver<GetFreezeResponse> caller) {
        if (request.getApplicationId().equals("none")) {
            refuse(caller, Code.NOT_FOUND, "freeze: none");
            return;
        }
        Freeze.Builder found = shown.orElseGet(() -> HoldSamples.freeze(request.getApplicationId())).toBuilder();
        if (renewals.stream().anyMatch(one -> one.getApplicationId().equals(request.getApplicationId()))) {
            found.getAmendmentsBuilder(0).setState(FreezeAmendmentState.FREEZE_AMENDMENT_STATE_DONE);
        }
        answer(caller, GetFreezeResponse.newBuilder().setFreeze(found).build());
    }

    @Override
    public void listFreezes(ListFreezesRequest request, StreamObserver<ListFreezesResponse> caller) {
        lists.add(request);
        if (!listable) {
            refuse(caller, Code.UNAVAILABLE, "the database is away");
            return;
        }
        answer(
                caller,
                ListFreezesResponse.newBuilder()
                        .addAllFreezes(freezes)
                        .setNextPageToken(freezes.isEmpty() ? "" : "next")
                        .build());
    }

    @Override
    public void proposeHolds(ProposeHoldsRequest request, StreamObserver<ProposeHoldsResponse> caller) {
        proposed.add(request);
        answer(
                caller,
                ProposeHoldsResponse.newBuilder().addAllProposals(proposals).build());
    }
}
