package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Port: runs pieces of work apart from each other and from their caller, so that several can be under way at once, and no more than are set. */
public interface SeparateWork {

    /**
     * Runs work that shares no session with other work, when its turn comes. Once it has begun it is finished, also when nobody waits for it any
     * more. It must not wait for other work of this port, whose turn might never come.
     */
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
