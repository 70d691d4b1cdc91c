package org.stoppayment.recovery.forms.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stoppayment.proto.recovery.v1.FormService;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsResponse;
import org.stoppayment.proto.recovery.v1.MakeRefundFormRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundFormResponse;
import org.stoppayment.recovery.forms.application.MakingForms;
import org.stoppayment.recovery.forms.application.MakingForms.Made;
import org.stoppayment.recovery.forms.application.ViewingForms;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Serves forms to refund officers. */
@GrpcService
class FormEndpoint implements FormService {

    /** Well below the 4 MiB that a gRPC client takes by default. */
    private static final int CHUNK_BYTES = 64 * 1024;

    private final MakingForms making;
    private final ViewingForms viewing;

    FormEndpoint(MakingForms making, ViewingForms viewing) {
        this.making = making;
        this.viewing = viewing;
    }

    @Override
    public Uni<ListRefundFormsResponse> listRefundForms(ListRefundFormsRequest request) {
        return viewing.view(request.getPlanId()).map(FormWire::render);
    }

    @Override
    public Multi<MakeRefundFormResponse> makeRefundForm(MakeRefundFormRequest request) {
        return Multi.createFrom().deferred(() -> making.make(
                        request.getPlanId(),
                        FormWire.parse(request.getName()),
                        OfficerWire.parse(request.getOperator()))
                .onItem()
                .transformToMulti(made -> Multi.createFrom().items(() -> parts(made))));
    }

    /** What was made, then its bytes; they are not copied. */
    private static Stream<MakeRefundFormResponse> parts(Made made) {
        ByteString bytes = UnsafeByteOperations.unsafeWrap(made.bytes());
        int chunks = (bytes.size() + CHUNK_BYTES - 1) / CHUNK_BYTES;
        return Stream.concat(
                Stream.of(MakeRefundFormResponse.newBuilder()
                        .setForm(FormWire.render(made.form()))
                        .build()),
                IntStream.range(0, chunks).mapToObj(i -> MakeRefundFormResponse.newBuilder()
                        .setContent(bytes.substring(i * CHUNK_BYTES, Math.min(bytes.size(), (i + 1) * CHUNK_BYTES)))
                        .build()));
    }
}
