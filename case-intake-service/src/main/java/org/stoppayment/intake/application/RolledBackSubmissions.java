package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Port: submissions that are executed in a transaction that is rolled back, for warm-ups. */
public interface RolledBackSubmissions {

    /** Does work with submissions of which nothing stays. */
    <T> Uni<T> run(Function<Submissions, Uni<T>> work);
}
