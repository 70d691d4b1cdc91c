package org.stoppayment.kit.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import org.stoppayment.kernel.ServiceException;

/**
 * Sends messages as fast as the client reads them. What it has not read yet is not made: from a Multi, all messages would be put into the buffers of
 * the connection however slowly the client reads. A client that reads nothing for too long is given up.
 *
 * <p>Made on the context of the call, before its method returns; used on any thread.
 *
 * @param <M> the messages of the stream
 */
public final class PacedStream<M> {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    private final ServerCallStreamObserver<M> observer;
    private final GrpcErrors errors;
    private final Vertx vertx;
    private final Context context;
    private final Duration patience;
    private final Duration look;

    // Used on the context alone.
    private Iterator<M> messages = Collections.emptyIterator();
    private boolean isSending;
    private boolean isNextDue;
    private long sent;
    private Runnable afterwards = () -> {};

    /** @param patience longest time in which the client reads nothing */
    public PacedStream(ServerCallStreamObserver<M> observer, GrpcErrors errors, Vertx vertx, Duration patience) {
        this.observer = observer;
        this.errors = errors;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.patience = patience;
        this.look = patience.compareTo(LONGEST_LOOK) < 0 ? patience : LONGEST_LOOK;
        observer.setOnReadyHandler(this::sendSoon);
    }

    /**
     * Sends messages, and then ends the stream.
     *
     * @param ended runs once when no more messages are needed, however it ended
     */
    public void send(Iterator<M> all, Runnable ended) {
        context.runOnContext(now -> {
            messages = all;
            afterwards = ended;
            isSending = true;
            lookAgain(sent, Duration.ZERO);
            sendNext();
        });
    }

    /** Ends the stream with a failure. */
    public void fail(Throwable why) {
        context.runOnContext(now -> end(why));
    }

    /** Ends what is done for a client that has left. */
    public void leave() {
        context.runOnContext(now -> stop());
    }

    private void sendSoon() {
        context.runOnContext(now -> sendNext());
    }

    /** Writes are tasks of the same context: whether the connection takes more is known after the one before. */
    private void sendNext() {
        if (!isSending || isNextDue) {
            return;
        }
        if (observer.isCancelled()) {
            stop();
        } else if (!messages.hasNext()) {
            stop();
            observer.onCompleted();
        } else if (observer.isReady()) {
            observer.onNext(messages.next());
            sent++;
            isNextDue = true;
            context.runOnContext(now -> {
                isNextDue = false;
                sendNext();
            });
        }
    }

    /** The server does not always tell when a client has left, so it is looked at. */
    private void lookAgain(long sentBefore, Duration idle) {
        vertx.setTimer(look.toMillis(), late -> context.runOnContext(now -> look(sentBefore, idle.plus(look))));
    }

    private void look(long sentBefore, Duration idle) {
        if (!isSending) {
            return;
        }
        if (observer.isCancelled()) {
            stop();
        } else if (sent > sentBefore) {
            lookAgain(sent, Duration.ZERO);
        } else if (idle.compareTo(patience) < 0) {
            lookAgain(sent, idle);
        } else {
            end(new ServiceException.Overloaded(
                    "the caller has read nothing for " + patience + " (expected: a caller that reads)"));
        }
    }

    private void end(Throwable why) {
        stop();
        observer.onError(errors.transform(why));
    }

    /** Lets go of the messages, too. */
    private void stop() {
        isSending = false;
        messages = Collections.emptyIterator();
        Runnable ended = afterwards;
        afterwards = () -> {};
        ended.run();
    }
}
