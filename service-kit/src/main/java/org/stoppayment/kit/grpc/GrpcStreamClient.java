package org.stoppayment.kit.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import org.stoppayment.kit.watch.StreamClient;

/**
 * A client at the other end of a gRPC stream.
 *
 * @param <M> the messages of the stream
 */
public abstract class GrpcStreamClient<M> implements StreamClient {

    private final ServerCallStreamObserver<M> observer;
    private final GrpcErrors errors;
    private final com.google.protobuf.Duration nextWithin;

    /**
     * @param heartbeat longest time between two messages; a look may take as long in addition
     */
    protected GrpcStreamClient(ServerCallStreamObserver<M> observer, GrpcErrors errors, Duration heartbeat) {
        Duration longest = heartbeat.multipliedBy(2);
        this.observer = observer;
        this.errors = errors;
        this.nextWithin = com.google.protobuf.Duration.newBuilder()
                .setSeconds(longest.getSeconds())
                .setNanos(longest.getNano())
                .build();
    }

    @Override
    public final boolean hasLeft() {
        return observer.isCancelled();
    }

    @Override
    public final boolean isReady() {
        return observer.isReady();
    }

    @Override
    public final void failed(Throwable why) {
        observer.onError(errors.transform(why));
    }

    /** The time within which the client gets the next message, unless the stream is lost. */
    protected final com.google.protobuf.Duration nextWithin() {
        return nextWithin;
    }

    protected final void send(M message) {
        observer.onNext(message);
    }

    /** Sends the last message. */
    protected final void end(M last) {
        observer.onNext(last);
        observer.onCompleted();
    }
}
