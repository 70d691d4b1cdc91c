package org.stoppayment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.intake.Reports.report;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;

/** Messages and methods that the server does not accept. */
@QuarkusTest
class WireLimitsTest extends IntakeTest {

    private static final int ONE_MIB = 1 << 20;

    /** Sends and receives raw bytes. */
    private static final MethodDescriptor.Marshaller<byte[]> RAW = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    };

    private final LogListener log = LogListener.startAtAllLevels();

    @AfterEach
    void stopListening() {
        log.close();
    }

    private byte[] callRaw(String method, byte[] request) {
        MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.newBuilder(RAW, RAW)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method)
                .build();
        return ClientCalls.blockingUnaryCall(
                channel, descriptor, CallOptions.DEFAULT.withDeadlineAfter(5, TimeUnit.SECONDS), request);
    }

    private static ReportFraudRequest ofSize(int bytes) {
        ReportFraudRequest.Builder report = report();
        int others = report.build().getSerializedSize();
        ReportFraudRequest sized = report.setNarrative("x".repeat(bytes)).build();
        int tooMany = sized.getSerializedSize() - bytes;
        sized = report.setNarrative("x".repeat(bytes - tooMany)).build();
        assertThat(sized.getSerializedSize()).isEqualTo(bytes).isGreaterThan(others);
        return sized;
    }

    private void assertConnectionWorks() {
        assertThat(intake.reportFraud(report().build()).getCaseId()).isNotEmpty();
    }

    @Test
    void messageOfOneMebibyteIsAccepted() {
        assertThat(intake.reportFraud(ofSize(ONE_MIB)).getWarningsList()).isEmpty();
    }

    @Test
    void largerMessageIsRefusedAndTheConnectionStaysOpen() {
        for (int size : new int[] {ONE_MIB + 1, 3 * ONE_MIB}) {
            ReportFraudRequest tooLarge = ofSize(size);
            assertThat(codeOf(
                            () -> intake.withDeadlineAfter(5, TimeUnit.SECONDS).reportFraud(tooLarge)))
                    .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(isStored(tooLarge.getRequestId())).isFalse();
            assertConnectionWorks();
        }
        assertThat(log.lines()).noneMatch(entry -> entry.contains("Unexpected failure"));
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report().build().writeTo(bytes);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeBytes(ReportFraudRequest.NARRATIVE_FIELD_NUMBER, ByteString.copyFrom(new byte[] {(byte) 0xc3, 0x28}));
        out.flush();
        assertMalformed(bytes.toByteArray());
    }

    @Test
    void bytesThatAreNotAMessageAreRefused() {
        assertMalformed(new byte[] {0x0a, 0x7f, 0x01});
    }

    private void assertMalformed(byte[] bytes) {
        StatusRuntimeException failure =
                failureOf(() -> callRaw("stoppayment.intake.v1.CaseIntakeService/ReportFraud", bytes));
        assertConnectionWorks();
        assertThat(failure.getStatus().getCode()).as("%s", failure.getStatus()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.getStatus().getDescription()).contains("expected: ");
    }

    @Test
    void unknownMethodOrServiceIsUnimplemented() {
        for (String method :
                new String[] {"stoppayment.intake.v1.CaseIntakeService/Nothing", "stoppayment.intake.v2.Nothing/Nothing"
                }) {
            assertThat(codeOf(() -> callRaw(method, new byte[0]))).isEqualTo(Status.Code.UNIMPLEMENTED);
            assertConnectionWorks();
        }
    }

    @Test
    void healthIsServing() {
        assertThat(HealthGrpc.newBlockingStub(channel)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    }

    @Test
    void reflectionIsEnabledInTestsAndNotInProduction() throws Exception {
        CompletableFuture<String> listed = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> ask = ServerReflectionGrpc.newStub(channel)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse answer) {
                        listed.complete(answer.toString());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        listed.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        ask.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        assertThat(listed.get(5, TimeUnit.SECONDS)).contains("stoppayment.intake.v1.CaseIntakeService");
        ask.onCompleted();
        Properties production = new Properties();
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            production.load(in);
        }
        assertThat(production).doesNotContainKey("quarkus.grpc.server.enable-reflection-service");
    }
}
