package org.stoppayment.freeze.shared.application;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** How large pages of lists are: 1..200, and 50 where nothing is said. */
public final class Paging {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private Paging() {}

    /**
     * A page of a list that goes by the ids of its rows; fails with {@link ServiceException.InvalidInput}, with all that is wrong.
     *
     * @param pageToken id of the last row of the page before, empty for the first page
     * @param id makes the id of a row of its UUID
     * @param rowsAfter at most so many rows that follow a row, or the first ones
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

    /** What is wrong with the size; nothing as a rule. */
    public static List<Violation> violations(int pageSize) {
        return pageSize < 0 || pageSize > LARGEST_PAGE
                ? List.of(new Violation(
                        "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + LARGEST_PAGE + ")"))
                : List.of();
    }

    /** Rows of a page. */
    public static int rows(int pageSize) {
        return pageSize == 0 ? USUAL_PAGE : pageSize;
    }

    /** The first {@code rows} of what was found, and whether more follow. */
    public static <T> Page<T> page(List<T> found, int rows) {
        return new Page<>(found.subList(0, Math.min(rows, found.size())), found.size() > rows);
    }
}
