package org.stoppayment.gateway.banks.rest.callback;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reads one body on the event loop: at most {@code maxBytes}, within the deadline, and only while there is memory for it. All calls
 * come on the event loop of the request.
 */
final class BodyReader {

    private final HttpServerRequest request;
    private final UnsignedBytes memory;
    private final long maxBytes;
    private final Buffer body = Buffer.buffer();
    private long taken;
    private boolean done;

    BodyReader(HttpServerRequest request, UnsignedBytes memory, long maxBytes) {
        this.request = request;
        this.memory = memory;
        this.maxBytes = maxBytes;
    }

    /** Starts to read; calls exactly one of the two, or none when the connection is lost. */
    void read(Vertx vertx, Duration deadline, Consumer<Buffer> complete, Consumer<Refusal> refused) {
        long timer = vertx.setTimer(deadline.toMillis(), late -> refuse(Refusal.tooSlow(deadline), refused));
        request.exceptionHandler(lost -> {
            vertx.cancelTimer(timer);
            done = true;
            release();
        });
        request.handler(part -> {
            if (!done) {
                append(part, cause -> {
                    vertx.cancelTimer(timer);
                    refuse(cause, refused);
                });
            }
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (!done) {
                done = true;
                complete.accept(body);
            }
        });
        request.resume();
    }

    /** Gives the memory of the body back; must be called when the request has been answered. May be called several times. */
    void release() {
        memory.release(taken);
        taken = 0;
    }

    private void append(Buffer part, Consumer<Refusal> refused) {
        if (body.length() + part.length() > maxBytes) {
            refused.accept(Refusal.tooLarge(maxBytes));
        } else if (!memory.take(body.length(), part.length())) {
            refused.accept(Refusal.noRoomForBody());
        } else {
            taken += part.length();
            body.appendBuffer(part);
        }
    }

    private void refuse(Refusal cause, Consumer<Refusal> refused) {
        if (!done) {
            done = true;
            release();
            refused.accept(cause);
        }
    }
}
