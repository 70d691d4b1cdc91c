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
 * Vert.x contexts for work that is done for several callers together. On the context of one caller it would share that caller's
 * session and end with that caller's deadline.
 */
public final class Contexts {

    private Contexts() {}

    /** Runs tasks on the current context; on the calling thread when there is none. */
    public static Executor current() {
        @Nullable Context current = Vertx.currentContext();
        return current == null ? Runnable::run : on(current);
    }

    /** Does the work on a new context; on the calling thread when there is no Vert.x context. */
    static <T> Uni<T> onNewContext(Supplier<Uni<? extends T>> work) {
        Uni<T> deferred = Uni.createFrom().deferred(work);
        @Nullable Context current = Vertx.currentContext();
        if (current == null) {
            return deferred;
        }
        return deferred.runSubscriptionOn(on(duplicateOf(current)));
    }

    /** Does the work on a new context, wherever it is called from. */
    public static <T> Uni<T> onNewContext(Vertx vertx, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().<T>deferred(work).runSubscriptionOn(on(duplicateOf(vertx.getOrCreateContext())));
    }

    private static Context duplicateOf(Context context) {
        Context own = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private static Executor on(Context context) {
        return task -> context.runOnContext(ignored -> task.run());
    }
}
