package org.stoppayment.kit.warmup;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.Peer;
import org.stoppayment.kit.grpc.Peers;

/**
 * Calls this service's own server over a socket, with requests that it refuses. The calls carry a token that is known in this process
 * only, by which {@link WarmUpInterceptor} keeps them out of the metrics.
 */
@Singleton
public class Loopback {

    static final Metadata.Key<String> TOKEN = Metadata.Key.of("stoppayment-warm-up", Metadata.ASCII_STRING_MARSHALLER);

    private static final String ANY_ADDRESS = "0.0.0.0";
    private static final Set<Status.Code> ANSWERS = Set.of(
            Status.Code.OK, Status.Code.INVALID_ARGUMENT, Status.Code.NOT_FOUND, Status.Code.FAILED_PRECONDITION);

    private final Peers peers;
    private final String token;
    private volatile @Nullable Peer self;
    private volatile boolean closed;

    Loopback(Peers peers, Ids ids) {
        this.peers = peers;
        this.token = ids.next().toString();
    }

    /** The server listens there. A call takes {@code deadline} at most: the first ones are slow, that is what they are for. */
    void connect(String host, int port, Duration deadline) {
        self = peers.toSelf((host.equals(ANY_ADDRESS) ? "127.0.0.1" : host) + ":" + port, deadline);
    }

    void close() {
        closed = true;
        @Nullable Peer open = self;
        if (open != null) {
            open.close();
        }
    }

    /** True for the headers of a call of ours. */
    boolean isOurs(Metadata headers) {
        return !closed && token.equals(headers.get(TOKEN));
    }

    /** Sends a request to this service; ends with any answer. The request must be one that the service refuses, whoever sends it. */
    public <Q, R> Uni<Void> call(MethodDescriptor<Q, R> method, Q request) {
        @Nullable Peer open = self;
        if (open == null) {
            return Uni.createFrom().voidItem();
        }
        Metadata headers = new Metadata();
        headers.put(TOKEN, token);
        Channel marked = ClientInterceptors.intercept(open, MetadataUtils.newAttachHeadersInterceptor(headers));
        return Uni.createFrom()
                .emitter(caller -> ClientCalls.asyncUnaryCall(
                        marked.newCall(method, CallOptions.DEFAULT), request, new Answer<>(caller)));
    }

    private record Answer<R>(UniEmitter<? super Void> caller) implements StreamObserver<R> {

        @Override
        public void onNext(R response) {}

        @Override
        public void onError(Throwable failure) {
            if (ANSWERS.contains(Status.fromThrowable(failure).getCode())) {
                caller.complete(null);
            } else {
                caller.fail(failure);
            }
        }

        @Override
        public void onCompleted() {
            caller.complete(null);
        }
    }
}
