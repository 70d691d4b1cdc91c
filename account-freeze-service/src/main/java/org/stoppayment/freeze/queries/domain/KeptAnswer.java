package org.stoppayment.freeze.queries.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer that is kept of a query, without what it tells.
 *
 * @param digest of its content, which is kept apart, without the moment for which it holds
 * @param hasPart true when it has what was asked for, and says which account it is about
 * @param complete false when bookings or accounts are still owed
 * @param lacking fields that are missing or could not be read
 * @param at when the institution first answered what was asked; before that, when this one was recorded
 */
public record KeptAnswer(String digest, boolean hasPart, boolean complete, List<String> lacking, Instant at) {

    public KeptAnswer {
        lacking = List.copyOf(lacking);
    }

    static KeptAnswer of(QueryAnswer answer, QueryKind asked, Instant at) {
        List<String> missing = answer.missing(asked);
        return new KeptAnswer(
                answer.digest(),
                answer.isDone() && missing.isEmpty(),
                answer.complete() || !asked.mayBeIncomplete(),
                Stream.concat(missing.stream(), answer.unreadable().stream())
                        .distinct()
                        .toList(),
                at);
    }

    /** True when the institution owes nothing more of it. */
    public boolean isWhole() {
        return hasPart && complete && lacking.isEmpty();
    }

    /** True when this one is kept in the place of {@code before}: a whole answer stays, and so does one that says more. */
    boolean replaces(KeptAnswer before) {
        return !before.isWhole() && !digest.equals(before.digest) && (hasPart || !before.hasPart);
    }

    /** Safe for logs. */
    @Override
    public String toString() {
        return "answer of " + at;
    }
}
