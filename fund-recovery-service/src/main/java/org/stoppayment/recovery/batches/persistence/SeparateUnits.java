package org.stoppayment.recovery.batches.persistence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.recovery.batches.application.BatchConfig;
import org.stoppayment.recovery.batches.application.SeparateWork;

/**
 * Runs each piece of work on a Vert.x context of its own, which is where Panache keeps its session. No more pieces run at once than are set, however
 * many calls there are; the others wait in the order in which they came.
 */
@ApplicationScoped
class SeparateUnits implements SeparateWork {

    private final Vertx vertx;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    SeparateUnits(Vertx vertx, BatchConfig config) {
        this.vertx = vertx;
        this.free = config.atOnce();
    }

    /** The work is subscribed to by itself: who waits for it may go, and what is written is still committed. */
    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .<T>emitter(caller -> begin(() -> start(work, caller), caller))
                .emitOn(Contexts.current()));
    }

    private <T> void start(Supplier<Uni<T>> work, UniEmitter<? super T> caller) {
        Contexts.<T>onNewContext(vertx, work::get)
                .onTermination()
                .invoke(this::end)
                .subscribe()
                .with(caller::complete, caller::fail);
    }

    private void begin(Runnable piece, UniEmitter<?> caller) {
        if (isFree(piece)) {
            piece.run();
        } else {
            caller.onTermination(() -> withdraw(piece));
        }
    }

    private synchronized boolean isFree(Runnable piece) {
        if (free > 0) {
            free--;
            return true;
        }
        waiting.add(piece);
        return false;
    }

    private void end() {
        next().ifPresent(Runnable::run);
    }

    /** The piece that goes on in the place of one that has ended. */
    private synchronized Optional<Runnable> next() {
        Optional<Runnable> next = Optional.ofNullable(waiting.poll());
        if (next.isEmpty()) {
            free++;
        }
        return next;
    }

    /** Nobody waits for a piece any more: it does not begin. */
    private synchronized void withdraw(Runnable piece) {
        waiting.remove(piece);
    }
}
