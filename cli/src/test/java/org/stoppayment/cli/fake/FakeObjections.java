package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementRequest;
import org.stoppayment.proto.freeze.v1.AddObjectionStatementResponse;
import org.stoppayment.proto.freeze.v1.AssignObjectionRequest;
import org.stoppayment.proto.freeze.v1.AssignObjectionResponse;
import org.stoppayment.proto.freeze.v1.DecideObjectionRequest;
import org.stoppayment.proto.freeze.v1.DecideObjectionResponse;
import org.stoppayment.proto.freeze.v1.DescribeHoldRequest;
import org.stoppayment.proto.freeze.v1.DescribeHoldResponse;
import org.stoppayment.proto.freeze.v1.GetObjectionRequest;
import org.stoppayment.proto.freeze.v1.GetObjectionResponse;
import org.stoppayment.proto.freeze.v1.HoldKind;
import org.stoppayment.proto.freeze.v1.HoldNotice;
import org.stoppayment.proto.freeze.v1.HoldReason;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsResponse;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.ObjectionDecision;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionServiceGrpc;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.ObjectionStatement;
import org.stoppayment.proto.freeze.v1.Objector;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;
import org.stoppayment.proto.freeze.v1.OpenObjectionRequest;
import org.stoppayment.proto.freeze.v1.OpenObjectionResponse;

/** Objections as officers see them: every id but {@code none} is one that waits for its decision. */
public final class FakeObjections extends ObjectionServiceGrpc.ObjectionServiceImplBase {

    private static final long OPENED = 4_000_000_000L;
    private static final long SEVEN_DAYS = 604_800;

    private final List<OpenObjectionRequest> openings = new CopyOnWriteArrayList<>();
    private final List<AddObjectionStatementRequest> additions = new CopyOnWriteArrayList<>();
    private final List<AssignObjectionRequest> assignments = new CopyOnWriteArrayList<>();
    private final List<DecideObjectionRequest> decisions = new CopyOnWriteArrayList<>();
    private final List<ListObjectionsRequest> lists = new CopyOnWriteArrayList<>();
    private final List<DescribeHoldRequest> described = new CopyOnWriteArrayList<>();
    private volatile List<Objection> objections = List.of();
    private volatile List<HoldNotice> notices = List.of();

    /** The objections that were given in. */
    public List<OpenObjectionRequest> openings() {
        return List.copyOf(openings);
    }

    /** What was added to objections. */
    public List<AddObjectionStatementRequest> additions() {
        return List.copyOf(additions);
    }

    /** To whom objections were given. */
    public List<AssignObjectionRequest> assignments() {
        return List.copyOf(assignments);
    }

    /** The decisions that came in. */
    public List<DecideObjectionRequest> decisions() {
        return List.copyOf(decisions);
    }

    /** How objections were asked for. */
    public List<ListObjectionsRequest> lists() {
        return List.copyOf(lists);
    }

    /** How holds were asked for. */
    public List<DescribeHoldRequest> described() {
        return List.copyOf(described);
    }

    /** These objections are listed from now on. */
    public void list(Objection... all) {
        objections = List.of(all);
    }

    /** This is told about every account from now on. */
    public void tell(HoldNotice... all) {
        notices = List.of(all);
    }

    /** An objection that waits for its decision. */
    public static Objection objection(String id) {
        return Objection.newBuilder()
                .setObjectionId(id)
                .setCaseId("0193a000-0000-7000-8000-0000000000c1")
                .setInstitutionCode(HoldSamples.INSTITUTION)
                .setAccountNumber(HoldSamples.ACCOUNT)
                .setHoldKind(HoldKind.HOLD_KIND_FREEZE)
                .setHoldApplicationId("the freeze")
                .setObjector(Objector.newBuilder()
                        .setName("钱某某")
                        .setRelation(ObjectorRelation.OBJECTOR_RELATION_HOLDER)
                        .setPhone("13900000000"))
                .setGrounds(ObjectionGrounds.OBJECTION_GROUNDS_GOODS_DELIVERED)
                .setStatement("货物已经发出。\n有快递单。")
                .setOwner(Operator.newBuilder()
                        .setOrganisation("Zhangzhou police")
                        .setBadgeNumber("100002"))
                .setOperator(Operator.newBuilder()
                        .setOrganisation("Zhangzhou police")
                        .setBadgeNumber("100234"))
                .setOpenedAt(moment(OPENED))
                .setDueAt(moment(OPENED + SEVEN_DAYS))
                .setState(ObjectionState.OBJECTION_STATE_OPEN)
                .build();
    }

    /** What may be told about a freeze. */
    public static HoldNotice notice() {
        return HoldNotice.newBuilder()
                .setKind(HoldKind.HOLD_KIND_FREEZE)
                .setCaseId("0193a000-0000-7000-8000-0000000000c1")
                .setSince(moment(OPENED))
                .setUntil(moment(OPENED + SEVEN_DAYS))
                .setMode(FreezeMode.FREEZE_MODE_LIMITED)
                .setAmountFen(14_000_000)
                .setAuthority("Zhangzhou police")
                .setLegalGround("程序规定 Art. 237-243")
                .setReason(HoldReason.HOLD_REASON_CRIMINAL_CASE)
                .setFilingNumber("2026-7")
                .setObjectTo("Zhangzhou police")
                .setObjectUntil(moment(OPENED + SEVEN_DAYS))
                .setObjectionOpen(true)
                .build();
    }

    private static Timestamp moment(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }

    @Override
    public void describeHold(DescribeHoldRequest request, StreamObserver<DescribeHoldResponse> caller) {
        described.add(request);
        answer(caller, DescribeHoldResponse.newBuilder().addAllHolds(notices).build());
    }

    @Override
    public void openObjection(OpenObjectionRequest request, StreamObserver<OpenObjectionResponse> caller) {
        openings.add(request);
        answer(
                caller,
                OpenObjectionResponse.newBuilder().setObjection(objection("o1")).build());
    }

    @Override
    public void addObjectionStatement(
            AddObjectionStatementRequest request, StreamObserver<AddObjectionStatementResponse> caller) {
        additions.add(request);
        answer(
                caller,
                AddObjectionStatementResponse.newBuilder()
                        .setObjection(objection(request.getObjectionId()).toBuilder()
                                .addLaterStatements(ObjectionStatement.newBuilder()
                                        .setRequestId(request.getRequestId())
                                        .setStatement(request.getStatement())
                                        .setEvidenceDigest(request.getEvidenceDigest())
                                        .setOperator(request.getOperator())
                                        .setAddedAt(moment(OPENED + SEVEN_DAYS / 2))))
                        .build());
    }

    @Override
    public void assignObjection(AssignObjectionRequest request, StreamObserver<AssignObjectionResponse> caller) {
        assignments.add(request);
        answer(
                caller,
                AssignObjectionResponse.newBuilder()
                        .setObjection(
                                objection(request.getObjectionId()).toBuilder().setOwner(request.getOwner()))
                        .build());
    }

    @Override
    public void decideObjection(DecideObjectionRequest request, StreamObserver<DecideObjectionResponse> caller) {
        decisions.add(request);
        answer(
                caller,
                DecideObjectionResponse.newBuilder()
                        .setObjection(objection(request.getObjectionId()).toBuilder()
                                .setState(ObjectionState.OBJECTION_STATE_RELEASING)
                                .setDecision(ObjectionDecision.newBuilder()
                                        .setOutcome(request.getOutcome())
                                        .setReason(request.getReason())
                                        .setOperator(request.getOperator())
                                        .setDecidedAt(moment(OPENED))
                                        .setDocumentDigest(request.getDocumentDigest())
                                        .setApprover(request.getApprover()))
                                .setReleaseApplicationId("the lift"))
                        .build());
    }

    @Override
    public void getObjection(GetObjectionRequest request, StreamObserver<GetObjectionResponse> caller) {
        if (request.getObjectionId().equals("none")) {
            refuse(caller, Code.NOT_FOUND, "objection: none");
            return;
        }
        answer(
                caller,
                GetObjectionResponse.newBuilder()
                        .setObjection(objection(request.getObjectionId()))
                        .build());
    }

    @Override
    public void listObjections(ListObjectionsRequest request, StreamObserver<ListObjectionsResponse> caller) {
        lists.add(request);
        answer(
                caller,
                ListObjectionsResponse.newBuilder()
                        .addAllObjections(objections)
                        .setNextPageToken(objections.isEmpty() ? "" : "next")
                        .build());
    }
}
