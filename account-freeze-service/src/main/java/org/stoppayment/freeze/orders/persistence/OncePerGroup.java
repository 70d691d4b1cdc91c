package org.stoppayment.freeze.orders.persistence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.stoppayment.kernel.ids.TypedId;

/** Rows of a group commit: two of them may have the same id. */
final class OncePerGroup {

    private OncePerGroup() {}

    /** Keeps the first row of each id in a group; the result of a later one says that another came first. */
    static <T> List<T> first(List<T> rows, Function<T, ? extends TypedId<?>> id) {
        Set<TypedId<?>> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(id.apply(row))).toList();
    }
}
