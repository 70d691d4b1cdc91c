package org.stoppayment.kit.postgres;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x contexts of work that is done for several callers at once. On the context of one of them it would share that
 * caller's session, and end with that caller's deadline.
 */
final class Contexts {

    private Contexts() {}

    /** Runs things on the context that is current now; on the thread at hand where there is none. */
    static Executor current() {
        @Nullable Context current = Vertx.currentContext();
        return current == null ? Runnable::run : on(current);
    }

    /** Does the work on a context that nothing else uses; on the thread at hand where there is no Vert.x. */
    static <T> Uni<T> onOneOfItsOwn(Supplier<Uni<? extends T>> work) {
        Uni<T> deferred = Uni.createFrom().deferred(work);
        @Nullable Context current = Vertx.currentContext();
        if (current == null) {
            return deferred;
        }
        Context own = VertxContext.createNewDuplicatedContext(current);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return deferred.runSubscriptionOn(on(own));
    }

    private static Executor on(Context context) {
        return task -> context.runOnContext(ignored -> task.run());
    }
}
