package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Steps that follow each other: the next one begins when the one before has ended. */
public final class Sequence {

    private Sequence() {}

    /** One step for each item, in their order; the first failure ends them. */
    public static <T> Uni<Void> of(Iterable<T> items, Function<T, Uni<Void>> step) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (T item : items) {
            all = all.chain(() -> step.apply(item));
        }
        return all;
    }
}
