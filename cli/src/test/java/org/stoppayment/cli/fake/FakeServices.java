package org.stoppayment.cli.fake;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
import org.stoppayment.proto.freeze.v1.GetCaseProgressRequest;
import org.stoppayment.proto.freeze.v1.GetCaseProgressResponse;
import org.stoppayment.proto.freeze.v1.GetStopOrderRequest;
import org.stoppayment.proto.freeze.v1.GetStopOrderResponse;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.GetTraceResponse;
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
import org.stoppayment.proto.freeze.v1.TracingServiceGrpc;
import org.stoppayment.proto.intake.v1.AccountContacts;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.FindVictimContactsRequest;
import org.stoppayment.proto.intake.v1.FindVictimContactsResponse;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.VictimContact;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseResponse;
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.Positions;

/**
 * Services over real gRPC that stop at once what the expectation of a case says. The id of a case contains its sums, so that
 * recovery knows them in another process.
 */
public final class FakeServices {

    private final Map<String, Case> byRequest = new ConcurrentHashMap<>();
    private final Map<String, CaseProgress> progress = new ConcurrentHashMap<>();
    private final FakeWatching watching = new FakeWatching();
    private final FakeDissuasion dissuasion = new FakeDissuasion();
    private final Map<String, VictimContact> contacts = new ConcurrentHashMap<>();
    private volatile boolean contactsAvailable = true;
    private volatile boolean waitingForFreeze;
    private final List<SupplementCaseRequest> supplements = new CopyOnWriteArrayList<>();
    private final List<LiftStopRequest> lifts = new CopyOnWriteArrayList<>();
    private final List<WithdrawCaseRequest> withdrawals = new CopyOnWriteArrayList<>();
    private final FakeAttention attention = new FakeAttention();
    private UnaryOperator<CaseProgress> tamper = UnaryOperator.identity();

    /** The watch service. */
    public FakeWatching watching() {
        return watching;
    }

    /** The dissuasion list. */
    public FakeDissuasion dissuasion() {
        return dissuasion;
    }

    /** The lifts that were taken. */
    public List<LiftStopRequest> lifts() {
        return lifts;
    }

    /** The withdrawals that were taken. */
    public List<WithdrawCaseRequest> withdrawals() {
        return withdrawals;
    }

    /** What needs attention. */
    public FakeAttention attention() {
        return attention;
    }

    /** Changes the progress of every case. */
    public void tamper(UnaryOperator<CaseProgress> change) {
        tamper = change;
    }

    /** The supplements that came in. */
    public List<SupplementCaseRequest> supplements() {
        return List.copyOf(supplements);
    }

    /** The first transfer of a case, as it was reported. */
    public Transfer reportedTransfer(String caseId) {
        return byRequest.values().stream()
                .filter(each -> each.getCaseId().equals(caseId))
                .map(each -> each.getTransfers(0).getTransfer())
                .findFirst()
                .orElseThrow();
    }

    /** A report that named this payer gave this telephone number. */
    public void contact(String payerNumber, String name, String phone) {
        contacts.put(
                payerNumber,
                VictimContact.newBuilder()
                        .setName(name)
                        .setPhone(phone)
                        .setCaseId("case of " + phone.substring(phone.length() - 2))
                        .build());
    }

    /** Intake does not answer who to call. */
    public void contactsUnavailable() {
        contactsAvailable = false;
    }

    /** Account-freeze has not taken any case. */
    public void waitForFreeze() {
        waitingForFreeze = true;
    }

    /** Serves all of them on one port of the loopback interface. */
    public Server serve(int port) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .addService(new Intake())
                    .addService(new Freeze())
                    .addService(new Tracing())
                    .addService(watching)
                    .addService(dissuasion)
                    .addService(attention)
                    .addService(new FakeMules())
                    .addService(new Recovery())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void answer(StreamObserver<T> caller, T answer) {
        caller.onNext(answer);
        caller.onCompleted();
    }

    private static void refuse(StreamObserver<?> caller, Code code, String message, Any... details) {
        Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        for (Any detail : details) {
            status.addDetails(detail);
        }
        caller.onError(StatusProto.toStatusRuntimeException(status.build()));
    }

    private final class Intake extends CaseIntakeServiceGrpc.CaseIntakeServiceImplBase {

        @Override
        public void findVictimContacts(
                FindVictimContactsRequest request, StreamObserver<FindVictimContactsResponse> caller) {
            if (!contactsAvailable) {
                refuse(caller, Code.UNAVAILABLE, "database");
                return;
            }
            FindVictimContactsResponse.Builder found = FindVictimContactsResponse.newBuilder();
            request.getAccountsList().forEach(account -> {
                AccountContacts.Builder known = found.addAccountsBuilder();
                VictimContact contact = contacts.get(account.getNumber());
                if (contact != null) {
                    known.addContacts(contact);
                }
            });
            answer(caller, found.build());
        }

        @Override
        public void reportFraud(ReportFraudRequest request, StreamObserver<ReportFraudResponse> caller) {
            if (request.getTransfersCount() == 0
                    && request.getVictim().getPhone().isEmpty()) {
                refuse(
                        caller,
                        Code.INVALID_ARGUMENT,
                        "nothing to act on",
                        Any.pack(BadRequest.newBuilder()
                                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                        .setField("transfers")
                                        .setDescription("none (expected: a payee account)"))
                                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                        .setField("victim.phone")
                                        .setDescription("missing"))
                                .build()));
                return;
            }
            boolean replayed = byRequest.containsKey(request.getRequestId());
            Case found = byRequest.computeIfAbsent(request.getRequestId(), id -> open(request));
            answer(
                    caller,
                    ReportFraudResponse.newBuilder()
                            .setCaseId(found.getCaseId())
                            .setReplayed(replayed)
                            .build());
        }

        private Case open(ReportFraudRequest request) {
            Instant now = SystemTime.SOURCE.instant();
            Timestamp at = Timestamp.newBuilder()
                    .setSeconds(now.getEpochSecond())
                    .setNanos(now.getNano())
                    .build();
            CaseProgress stands = FakeCases.progressOf(request, at);
            String id = new UUID(stands.getReportedFen(), stands.getTaintedHeldFen()).toString();
            progress.put(id, stands.toBuilder().setCaseId(id).build());
            return Case.newBuilder()
                    .setCaseId(id)
                    .setAcceptedAt(at)
                    .setReport(request)
                    .addAllTransfers(IntStream.range(0, request.getTransfersCount())
                            .mapToObj(i -> ReportedTransfer.newBuilder()
                                    .setTransferId("transfer-" + i)
                                    .setTransfer(request.getTransfers(i))
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public void supplementCase(SupplementCaseRequest request, StreamObserver<SupplementCaseResponse> caller) {
            supplements.add(request);
            answer(
                    caller,
                    SupplementCaseResponse.newBuilder()
                            .setCaseId(request.getCaseId())
                            .addAllTransferIds(request.getCorrectionsList().stream()
                                    .map(correction -> "corrected " + correction.getTransferId())
                                    .toList())
                            .build());
        }

        @Override
        public void getCase(GetCaseRequest request, StreamObserver<GetCaseResponse> caller) {
            byRequest.values().stream()
                    .filter(each -> each.getCaseId().equals(request.getCaseId()))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> answer(caller, view(found)),
                            () -> refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId()));
        }

        private GetCaseResponse view(Case found) {
            GetCaseResponse.Builder view = GetCaseResponse.newBuilder().setCase(found);
            return waitingForFreeze
                    ? view.setWaitingForFreeze(true)
                            .setProgressUnavailable("account-freeze does not answer: UNAVAILABLE")
                            .build()
                    : view.setProgress(tamper.apply(progress.get(found.getCaseId())))
                            .build();
        }

        @Override
        public void withdrawCase(WithdrawCaseRequest request, StreamObserver<WithdrawCaseResponse> caller) {
            withdrawals.add(request);
            answer(
                    caller,
                    WithdrawCaseResponse.newBuilder()
                            .setCaseId(request.getCaseId())
                            .build());
        }

        @Override
        public void listCases(ListCasesRequest request, StreamObserver<ListCasesResponse> caller) {
            ListCasesResponse.Builder cases = ListCasesResponse.newBuilder();
            byRequest
                    .values()
                    .forEach(found -> cases.addCases(CaseSummary.newBuilder()
                            .setCaseId(found.getCaseId())
                            .setAcceptedAt(found.getAcceptedAt())
                            .setChannel(found.getReport().getChannel())
                            .setFraudType(found.getReport().getFraudType())
                            .setTransferCount(found.getReport().getTransfersCount())));
            answer(caller, cases.build());
        }
    }

    private final class Freeze extends AccountFreezeServiceGrpc.AccountFreezeServiceImplBase {

        @Override
        public void listManualOrders(ListManualOrdersRequest request, StreamObserver<ListManualOrdersResponse> caller) {
            answer(
                    caller,
                    ListManualOrdersResponse.newBuilder()
                            .addOrders(StopOrder.newBuilder()
                                    .setApplicationId("lost")
                                    .setManualReason("NO_ROUTE"))
                            .setNextPageToken("next")
                            .build());
        }

        @Override
        public void resolveManualOrder(
                ResolveManualOrderRequest request, StreamObserver<ResolveManualOrderResponse> caller) {
            if (!request.getFeedback().getApplicationId().equals(request.getApplicationId())) {
                refuse(caller, Code.INVALID_ARGUMENT, "feedback.applicationId: another (expected: that of the order)");
                return;
            }
            answer(
                    caller,
                    ResolveManualOrderResponse.newBuilder()
                            .setOrder(StopOrder.newBuilder()
                                    .setApplicationId(request.getApplicationId())
                                    .setReference(request.getReference())
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

    private static final class Tracing extends TracingServiceGrpc.TracingServiceImplBase {

        @Override
        public void getTrace(GetTraceRequest request, StreamObserver<GetTraceResponse> caller) {
            UUID sums = UUID.fromString(request.getCaseId());
            FakeCases.traceOf(sums.getMostSignificantBits(), sums.getLeastSignificantBits())
                    .ifPresentOrElse(
                            trace -> answer(
                                    caller,
                                    GetTraceResponse.newBuilder()
                                            .setTrace(trace.toBuilder().setCaseId(request.getCaseId()))
                                            .build()),
                            () -> refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId()));
        }
    }

    private static final class Recovery extends FundRecoveryServiceGrpc.FundRecoveryServiceImplBase {

        @Override
        public void getRecovery(GetRecoveryRequest request, StreamObserver<GetRecoveryResponse> caller) {
            UUID sums = UUID.fromString(request.getCaseId());
            long reported = sums.getMostSignificantBits();
            long held = sums.getLeastSignificantBits();
            long restored = FakeCases.restoredFen(reported, held);
            answer(
                    caller,
                    GetRecoveryResponse.newBuilder()
                            .setTotal(Positions.newBuilder()
                                    .setReportedFen(reported)
                                    .setHeldFen(held)
                                    .setRestoredFen(restored)
                                    .setUnknownFen(reported - held - restored))
                            .build());
        }
    }
}
