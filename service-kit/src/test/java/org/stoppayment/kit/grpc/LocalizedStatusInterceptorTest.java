package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.Status;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseResponse;

/** Errors as a caller gets them over a socket. */
class LocalizedStatusInterceptorTest {

    private final GrpcErrors errors = new GrpcErrors(new Ids(SystemTime.SOURCE));
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void serve() throws IOException {
        var closedCase = new CaseIntakeServiceGrpc.CaseIntakeServiceImplBase() {
            @Override
            public void supplementCase(SupplementCaseRequest request, StreamObserver<SupplementCaseResponse> observer) {
                observer.onError(errors.transform(new ServiceException.Refusal("CASE_CLOSED", "case 7 is closed")));
            }
        };
        server = ServerBuilder.forPort(0)
                .addService(ServerInterceptors.intercept(closedCase, new LocalizedStatusInterceptor()))
                .build()
                .start();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private Status error(Metadata headers) {
        StatusRuntimeException refused = Assertions.catchThrowableOfType(
                StatusRuntimeException.class, () -> CaseIntakeServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                        .supplementCase(SupplementCaseRequest.getDefaultInstance()));
        assertThat(refused.getStatus().getDescription()).isEqualTo("case 7 is closed");
        return StatusProto.fromThrowable(refused);
    }

    @Test
    void aCallerThatAcceptsChineseGetsChineseBesideTheReason() throws IOException {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("accept-language", Metadata.ASCII_STRING_MARSHALLER), "zh-CN,en;q=0.5");

        Status error = error(headers);

        assertThat(error.getDetails(0).unpack(ErrorInfo.class).getReason()).isEqualTo("CASE_CLOSED");
        assertThat(error.getDetails(1).unpack(LocalizedMessage.class).getMessage())
                .startsWith("案件已结案");
    }

    @Test
    void aCallerThatNamesNoLanguageGetsWhatItGotBefore() {
        assertThat(error(new Metadata()).getDetailsList()).hasSize(1);
    }
}
