package org.stoppayment.freeze.attention.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Supplier;
import org.stoppayment.freeze.attention.application.AttentionWatchConfig;
import org.stoppayment.freeze.attention.application.ClosingAttention;
import org.stoppayment.freeze.attention.application.ListingAttention;
import org.stoppayment.freeze.attention.application.SummarizingAttention;
import org.stoppayment.freeze.attention.application.WatchingAttention;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kit.grpc.GrpcErrors;
import org.stoppayment.kit.security.Roles;
import org.stoppayment.proto.freeze.v1.AttentionKey;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc;
import org.stoppayment.proto.freeze.v1.CloseAttentionRequest;
import org.stoppayment.proto.freeze.v1.CloseAttentionResponse;
import org.stoppayment.proto.freeze.v1.ListAttentionRequest;
import org.stoppayment.proto.freeze.v1.ListAttentionResponse;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionRequest;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionResponse;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;

/**
 * Serves what needs attention to officers. Uses the gRPC observer: from a Multi, all messages of a stream would be requested however
 * slowly the client reads.
 */
@GrpcService
class AttentionEndpoint extends AttentionServiceGrpc.AttentionServiceImplBase {

    private final ListingAttention listing;
    private final SummarizingAttention summarizing;
    private final ClosingAttention closing;
    private final WatchingAttention watching;
    private final GrpcErrors errors;
    private final AttentionWatchConfig config;

    AttentionEndpoint(
            ListingAttention listing,
            SummarizingAttention summarizing,
            ClosingAttention closing,
            WatchingAttention watching,
            GrpcErrors errors,
            AttentionWatchConfig config) {
        this.listing = listing;
        this.summarizing = summarizing;
        this.closing = closing;
        this.watching = watching;
        this.errors = errors;
        this.config = config;
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public void listAttention(ListAttentionRequest request, StreamObserver<ListAttentionResponse> caller) {
        answer(caller, () -> listing.list(
                        request.getPageSize(),
                        request.getPageToken(),
                        AttentionWire.reason("reason", request.getReasonValue()),
                        request.getCaseId())
                .map(AttentionWire::render));
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public void summarizeAttention(
            SummarizeAttentionRequest request, StreamObserver<SummarizeAttentionResponse> caller) {
        answer(caller, () -> summarizing.summarize(request.getCaseIdsList()).map(AttentionWire::render));
    }

    @Override
    @RolesAllowed(Roles.COMMAND)
    public void closeAttention(CloseAttentionRequest request, StreamObserver<CloseAttentionResponse> caller) {
        AttentionKey key = request.getKey();
        answer(caller, () -> closing.close(
                        key.getCaseId(),
                        key.getInstitutionCode(),
                        key.getAccountNumber(),
                        AttentionWire.reason("key.reason", key.getReasonValue()),
                        new Officer(
                                request.getOfficer().getOrganisation(),
                                request.getOfficer().getBadgeNumber()),
                        request.getNote())
                .map(AttentionWire::render));
    }

    @Override
    @RolesAllowed({Roles.DISPATCH_SYSTEM, Roles.COMMAND})
    public void watchAttention(WatchAttentionRequest request, StreamObserver<WatchAttentionResponse> caller) {
        ServerCallStreamObserver<WatchAttentionResponse> client =
                (ServerCallStreamObserver<WatchAttentionResponse>) caller;
        Runnable leave = watching.watch(
                AttentionWire.reason("reason", request.getReasonValue()),
                new StreamingAttention(client, errors, config.heartbeat()));
        client.setOnCancelHandler(leave); // the server may never call it, so each look checks as well
    }

    private <T> void answer(StreamObserver<T> caller, Supplier<Uni<T>> call) {
        Uni.createFrom()
                .deferred(() -> call.get())
                .subscribe()
                .with(
                        answer -> {
                            caller.onNext(answer);
                            caller.onCompleted();
                        },
                        failure -> caller.onError(errors.transform(failure)));
    }
}
