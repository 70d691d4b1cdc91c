package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;

/** Pages of lists. Their size is 1..200, and 50 by default. */
public final class Paging {

    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 200;

    private Paging() {}

    /**
     * A page of a list in the order of its rows' ids; fails with {@link ServiceException.InvalidInput}, with all violations.
     *
     * @param pageToken id of the last row of the previous page, empty for the first page
     * @param id makes the id of a row from its UUID
     * @param rowsAfter reads at most so many rows that follow a row, or the first ones
     */
    public static <I, T> Uni<Page<T>> byId(
            int pageSize,
            String pageToken,
            Function<UUID, I> id,
            BiFunction<Optional<I>, Integer, Uni<List<T>>> rowsAfter) {
        List<Violation> violations = new ArrayList<>(violations(pageSize));
        Optional<I> last = Ids.parse(pageToken).map(id);
        if (last.isEmpty() && !pageToken.isEmpty()) {
            violations.add(new Violation(
                    "pageToken", "NOT_A_UUID", "value: " + pageToken.length() + " characters (expected: a UUID)"));
        }
        OfficerInput.refuse(violations);
        int rows = rows(pageSize);
        return rowsAfter.apply(last, rows + 1).map(found -> page(found, rows));
    }

    /** Violations of the page size. */
    public static List<Violation> violations(int pageSize) {
        return pageSize < 0 || pageSize > MAX_PAGE_SIZE
                ? List.of(new Violation(
                        "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + MAX_PAGE_SIZE + ")"))
                : List.of();
    }

    /** Number of rows of a page. */
    public static int rows(int pageSize) {
        return pageSize == 0 ? DEFAULT_PAGE_SIZE : pageSize;
    }

    /** The first {@code rows} of what was found, and whether more follow. */
    public static <T> Page<T> page(List<T> found, int rows) {
        return new Page<>(found.subList(0, Math.min(rows, found.size())), found.size() > rows);
    }
}
