package org.stoppayment.kit.admission;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.stoppayment.kernel.ServiceException;

/** The arrival of one request. All methods run on the context of its connection. */
final class RequestArrival {

    private static final int LARGE_BYTES = 32_768;

    /** The first look; each following one comes after twice the time, up to the longest. */
    private static final long FIRST_LOOK_MILLIS = 10;

    private static final long LONGEST_LOOK_MILLIS = 80;

    private enum Slot {
        NONE,
        WAITING,
        HELD
    }

    private final Vertx vertx;
    private final Context context;
    private final HttpServerRequest request;
    private final HttpConnection caller;
    private final FairSlots<HttpConnection> slots;
    private final Duration longest;
    private final Consumer<ServiceException> tooLate;
    private final Runnable granted = this::takeSlot;
    private Slot slot = Slot.NONE;
    private boolean arriving = true;
    private boolean ended;
    private long millis;
    private long timer;

    /**
     * @param longest time that the request may take, without that in which it waits for a slot
     * @param tooLate is told when it takes longer
     */
    RequestArrival(
            Vertx vertx,
            HttpServerRequest request,
            FairSlots<HttpConnection> slots,
            Duration longest,
            Consumer<ServiceException> tooLate) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.request = request;
        this.caller = request.connection();
        this.slots = slots;
        this.longest = longest;
        this.tooLate = tooLate;
        lookAfter(FIRST_LOOK_MILLIS);
    }

    /** All of the request has arrived. */
    void complete() {
        arriving = false;
        vertx.cancelTimer(timer);
    }

    /** The call has been answered, or its caller has left. */
    void ended() {
        complete();
        ended = true;
        if (slot == Slot.HELD || slot == Slot.WAITING && !slots.withdraw(caller, granted)) {
            slots.release(caller);
        }
        slot = Slot.NONE;
    }

    private void lookAfter(long pause) {
        timer = vertx.setTimer(pause, now -> look(pause));
    }

    private void look(long pause) {
        millis += pause;
        if (!arriving) {
            return;
        }
        if (millis > longest.toMillis()) {
            arriving = false;
            request.pause();
            tooLate.accept(new ServiceException.Unavailable(
                    "request: not complete after " + longest + " (expected: all of it)", new TimeoutException()));
        } else if (slot == Slot.NONE && request.bytesRead() >= LARGE_BYTES) {
            request.pause();
            slot = Slot.WAITING;
            slots.acquire(caller, granted);
        } else {
            lookAfter(Math.min(2 * pause, LONGEST_LOOK_MILLIS));
        }
    }

    /** Maybe on the context of the connection whose slot it was. */
    private void takeSlot() {
        context.runOnContext(now -> {
            if (ended) {
                return; // it has been given back
            }
            slot = Slot.HELD;
            request.resume();
            lookAfter(FIRST_LOOK_MILLIS);
        });
    }
}
