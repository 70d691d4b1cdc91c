package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Port: runs pieces of work apart from each other and from their caller, so that several can be under way at once. */
public interface SeparateWork {

    /** Runs work that shares no session with other work. Once it has begun it is finished, also when nobody waits for it any more. */
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
