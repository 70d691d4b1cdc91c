package org.stoppayment.recovery.shared.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.stoppayment.kit.postgres.Contexts;

/**
 * Runs a unit of work of Panache in a session of its own, wherever it is called from: timers and answers of other services have no
 * context that a session could be kept in, and units that run at the same time must not share one. The caller goes on in its context.
 */
@Singleton
public class UnitOfWork {

    private final Vertx vertx;

    UnitOfWork(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs work in one transaction; it is rolled back when the work fails. */
    public <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return inNewContext(() -> Panache.withTransaction(work));
    }

    /** Runs work that only reads. */
    public <T> Uni<T> reading(Supplier<Uni<T>> work) {
        return inNewContext(() -> Panache.withSession(work));
    }

    private <T> Uni<T> inNewContext(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(() -> Contexts.<T>onNewContext(vertx, work).emitOn(Contexts.current()));
    }
}
