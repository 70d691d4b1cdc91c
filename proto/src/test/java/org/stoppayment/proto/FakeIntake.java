package org.stoppayment.proto;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;
import org.stoppayment.proto.intake.v1.Warning;

/** A real gRPC server on a free loopback port that fails as it is told and remembers what it saw. */
final class FakeIntake implements AutoCloseable {

    static final String CASE_ID = "0193a000-0000-7000-8000-00000000ca5e";
    private static final Metadata.Key<String> PREVIOUS_ATTEMPTS =
            Metadata.Key.of("grpc-previous-rpc-attempts", Metadata.ASCII_STRING_MARSHALLER);
    /** Answers nothing at all. */
    static final Status SILENCE = Status.CANCELLED.withDescription("silence");

    /** One call as it reached the server. */
    record Seen(String requestId, long millisLeft) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final List<String> previousAttempts = new CopyOnWriteArrayList<>();
    private final Queue<Status> failures = new ArrayDeque<>();
    private final Server server;

    FakeIntake(Status... failuresFirst) throws IOException {
        this(InsecureServerCredentials.create(), failuresFirst);
    }

    FakeIntake(ServerCredentials credentials, Status... failuresFirst) throws IOException {
        failures.addAll(List.of(failuresFirst));
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), credentials)
                .addService(new Intake())
                .intercept(new AttemptCounter())
                .build()
                .start();
    }

    String address() {
        return "localhost:" + server.getPort();
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    private synchronized <T> void answer(String requestId, T answer, StreamObserver<T> observer) {
        Deadline deadline = Context.current().getDeadline();
        seen.add(
                new Seen(requestId, deadline == null ? Long.MAX_VALUE : deadline.timeRemaining(TimeUnit.MILLISECONDS)));
        Status failure = failures.poll();
        if (SILENCE.equals(failure)) {
            return;
        }
        if (failure != null) {
            observer.onError(failure.asRuntimeException());
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }

    private final class AttemptCounter implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String attempts = headers.get(PREVIOUS_ATTEMPTS);
            previousAttempts.add(attempts == null ? "0" : attempts);
            return next.startCall(call, headers);
        }
    }

    private final class Intake extends CaseIntakeServiceGrpc.CaseIntakeServiceImplBase {
        @Override
        public void reportFraud(ReportFraudRequest request, StreamObserver<ReportFraudResponse> observer) {
            ReportFraudResponse answer = ReportFraudResponse.newBuilder()
                    .setCaseId(CASE_ID)
                    .addWarnings(Warning.newBuilder()
                            .setField("transfers[0].transferredAt")
                            .setCode("MISSING")
                            .setDescription("value: none (expected: when the transfer was booked)"))
                    .build();
            answer(request.getRequestId(), answer, observer);
        }

        @Override
        public void supplementCase(SupplementCaseRequest request, StreamObserver<SupplementCaseResponse> observer) {
            answer(request.getRequestId(), SupplementCaseResponse.getDefaultInstance(), observer);
        }

        @Override
        public void getCase(GetCaseRequest request, StreamObserver<GetCaseResponse> observer) {
            answer(request.getCaseId(), GetCaseResponse.getDefaultInstance(), observer);
        }

        @Override
        public void listCases(ListCasesRequest request, StreamObserver<ListCasesResponse> observer) {
            answer("", ListCasesResponse.getDefaultInstance(), observer);
        }
    }
}
