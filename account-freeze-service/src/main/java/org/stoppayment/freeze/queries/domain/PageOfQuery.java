package org.stoppayment.freeze.queries.domain;

import java.util.Optional;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Which page of an answer a query asks for. Each page is a query of its own.
 *
 * @param first query for the first page
 * @param number 1 for the first page
 * @param previous query for the page before; empty for the first page
 * @param token that asks for this page; empty for the first page
 */
public record PageOfQuery(ApplicationId first, int number, Optional<ApplicationId> previous, String token) {

    /** No answer has more pages; an institution that gives more tokens repeats itself. */
    static final int MAX_PAGES = 1_000;

    /** The first page, asked for by {@code id}. */
    public static PageOfQuery first(ApplicationId id) {
        return new PageOfQuery(id, 1, Optional.empty(), "");
    }

    /** The page after this one, which {@code id} asked for; empty when {@code nextToken} leads nowhere. */
    Optional<PageOfQuery> after(ApplicationId id, String nextToken) {
        return nextToken.isEmpty() || nextToken.equals(token) || number == MAX_PAGES
                ? Optional.empty()
                : Optional.of(new PageOfQuery(first, number + 1, Optional.of(id), nextToken));
    }
}
