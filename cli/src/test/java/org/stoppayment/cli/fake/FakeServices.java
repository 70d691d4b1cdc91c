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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.freeze.v1.AccountFreezeServiceGrpc;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.ExtendStopRequest;
import org.stoppayment.proto.freeze.v1.ExtendStopResponse;
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
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TracingServiceGrpc;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
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

    /** What needs attention. */
    public FakeAttention attention() {
        return attention;
    }

    /** Changes the progress of every case. */
    public void tamper(UnaryOperator<CaseProgress> change) {
        tamper = change;
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
                    .build();
        }

        @Override
        public void getCase(GetCaseRequest request, StreamObserver<GetCaseResponse> caller) {
            byRequest.values().stream()
                    .filter(each -> each.getCaseId().equals(request.getCaseId()))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> answer(
                                    caller,
                                    GetCaseResponse.newBuilder()
                                            .setCase(found)
                                            .setProgress(tamper.apply(progress.get(found.getCaseId())))
                                            .build()),
                            () -> refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId()));
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

    private static final class Freeze extends AccountFreezeServiceGrpc.AccountFreezeServiceImplBase {

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
        public void liftStop(LiftStopRequest request, StreamObserver<LiftStopResponse> caller) {
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
            answer(
                    caller,
                    GetRecoveryResponse.newBuilder()
                            .setTotal(Positions.newBuilder()
                                    .setReportedFen(reported)
                                    .setHeldFen(held)
                                    .setUnknownFen(reported - held))
                            .build());
        }
    }
}
