package org.stoppayment.recovery.shared.application;

import java.util.List;
import java.util.function.Function;
import org.stoppayment.kernel.ServiceException;

/**
 * A page of a list.
 *
 * @param rows of the page
 * @param nextToken token of the next page; empty on the last page
 */
public record Page<T>(List<T> rows, String nextToken) {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 200;

    public Page {
        rows = List.copyOf(rows);
    }

    /** Number of rows of a page; fails with {@link ServiceException.InvalidInput} unless {@code pageSize} is 0..200. 0 means 50. */
    public static int size(int pageSize) {
        if (pageSize < 0 || pageSize > MAX_SIZE) {
            throw new ServiceException.InvalidInput(
                    "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + MAX_SIZE + ")");
        }
        return pageSize == 0 ? DEFAULT_SIZE : pageSize;
    }

    /** The page of what was found when one row more than {@code size} was asked for; {@code token} is that of its last row. */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> token) {
        return found.size() <= size
                ? new Page<>(found, "")
                : new Page<>(found.subList(0, size), token.apply(found.get(size - 1)));
    }
}
