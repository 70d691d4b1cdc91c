package org.stoppayment.recovery.forms.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.grpc.PacedStream;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.recovery.v1.FormServiceGrpc;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import org.stoppayment.proto.recovery.v1.MakeRefundFormRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundFormResponse;
import org.stoppayment.recovery.forms.application.MakingForms;
import org.stoppayment.recovery.forms.application.MakingForms.Made;
import org.stoppayment.recovery.forms.application.ViewingForms;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves forms to refund officers. Uses the gRPC observer: files are long, and are sent as fast as the caller reads them. */
@GrpcService
class FormEndpoint extends FormServiceGrpc.FormServiceImplBase {

    /** Well below the 4 MiB that a gRPC client takes by default. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private final MakingForms making;
    private final ViewingForms viewing;
    private final SendingConfig config;
    private final GrpcErrors errors;
    private final Vertx vertx;
    private final Semaphore readers;

    FormEndpoint(MakingForms making, ViewingForms viewing, SendingConfig config, GrpcErrors errors, Vertx vertx) {
        this.making = making;
        this.viewing = viewing;
        this.config = config;
        this.errors = errors;
        this.vertx = vertx;
        this.readers = new Semaphore(config.maxReaders());
    }

    @Override
    @RolesAllowed(Roles.COMMAND)
    public void listRefundForms(ListRefundFormsRequest request, StreamObserver<ListRefundFormsResponse> answer) {
        Uni.createFrom()
                .deferred(() -> viewing.view(request.getPlanId()))
                .map(FormWire::render)
                .subscribe()
                .with(
                        forms -> {
                            answer.onNext(forms);
                            answer.onCompleted();
                        },
                        failure -> answer.onError(errors.transform(failure)));
    }

    @Override
    @RolesAllowed(Roles.COMMAND)
    public void makeRefundForm(MakeRefundFormRequest request, StreamObserver<MakeRefundFormResponse> answers) {
        ServerCallStreamObserver<MakeRefundFormResponse> caller =
                (ServerCallStreamObserver<MakeRefundFormResponse>) answers;
        PacedStream<MakeRefundFormResponse> stream = new PacedStream<>(caller, errors, vertx, config.callerPatience());
        Cancellable work = Uni.createFrom()
                .deferred(() -> making.make(
                        request.getPlanId(),
                        FormWire.parse(request.getName()),
                        OfficerWire.parse(request.getOperator())))
                .subscribe()
                .with(made -> send(made, stream), stream::fail);
        caller.setOnCancelHandler(() -> {
            work.cancel();
            stream.leave();
        });
    }

    private void send(Made made, PacedStream<MakeRefundFormResponse> stream) {
        if (readers.tryAcquire()) {
            stream.send(parts(made), readers::release);
        } else {
            stream.fail(new ServiceException.Overloaded(
                    "too many forms are being read (expected: another replica, or later)"));
        }
    }

    /** What was made, then its bytes; they are not copied. */
    private static Iterator<MakeRefundFormResponse> parts(Made made) {
        ByteString bytes = UnsafeByteOperations.unsafeWrap(made.bytes());
        int chunks = (bytes.size() + CHUNK_BYTES - 1) / CHUNK_BYTES;
        return Stream.concat(
                        Stream.of(MakeRefundFormResponse.newBuilder()
                                .setForm(FormWire.render(made.form()))
                                .build()),
                        IntStream.range(0, chunks).mapToObj(i -> MakeRefundFormResponse.newBuilder()
                                .setContent(
                                        bytes.substring(i * CHUNK_BYTES, Math.min(bytes.size(), (i + 1) * CHUNK_BYTES)))
                                .build()))
                .iterator();
    }
}
