package org.stoppayment.recovery.batches.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.stoppayment.kit.postgres.Contexts;
import org.stoppayment.recovery.batches.application.SeparateWork;

/** Runs each piece of work on a Vert.x context of its own, which is where Panache keeps its session. */
@ApplicationScoped
class SeparateUnits implements SeparateWork {

    private final Vertx vertx;

    SeparateUnits(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The work is subscribed to by itself: who waits for it may go, and what is written is still committed. */
    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .<T>emitter(waiting ->
                        Contexts.<T>onNewContext(vertx, work::get).subscribe().with(waiting::complete, waiting::fail))
                .emitOn(Contexts.current()));
    }
}
