package org.stoppayment.freeze.application;

import java.util.List;
import org.stoppayment.kernel.Violation;

/** How large pages of lists are: 1..200, and 50 where nothing is said. */
final class Paging {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private Paging() {}

    /** What is wrong with the size; nothing as a rule. */
    static List<Violation> violations(int pageSize) {
        return pageSize < 0 || pageSize > LARGEST_PAGE
                ? List.of(new Violation(
                        "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + LARGEST_PAGE + ")"))
                : List.of();
    }

    /** Rows of a page. */
    static int rows(int pageSize) {
        return pageSize == 0 ? USUAL_PAGE : pageSize;
    }

    /** The first {@code rows} of what was found, and whether more follow. */
    static <T> Page<T> page(List<T> found, int rows) {
        return new Page<>(found.subList(0, Math.min(rows, found.size())), found.size() > rows);
    }
}
