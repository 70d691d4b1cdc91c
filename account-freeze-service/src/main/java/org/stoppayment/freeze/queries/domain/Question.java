package org.stoppayment.freeze.queries.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * What is asked.
 *
 * @param kind of the query
 * @param since first moment of the bookings, of TRANSACTIONS; empty otherwise
 * @param until end of the watch, of WATCH; empty otherwise
 * @param watch that is to end, of WATCH_END; empty otherwise
 * @param covers true when the bookings since {@code since} are all since money of any case came to the account, as far as was known then
 */
public record Question(
        QueryKind kind,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<ApplicationId> watch,
        boolean covers) {

    /** HOLDER, BALANCE or ACCOUNTS. */
    public static Question of(QueryKind kind) {
        return new Question(kind, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** TRANSACTIONS since a moment. */
    public static Question transactions(Instant since, boolean covers) {
        return new Question(QueryKind.TRANSACTIONS, Optional.of(since), Optional.empty(), Optional.empty(), covers);
    }

    /** WATCH until a moment. */
    public static Question watch(Instant until) {
        return new Question(QueryKind.WATCH, Optional.empty(), Optional.of(until), Optional.empty(), false);
    }

    /** WATCH_END of a watch. */
    public static Question endOf(ApplicationId watch) {
        return new Question(QueryKind.WATCH_END, Optional.empty(), Optional.empty(), Optional.of(watch), false);
    }

    /** True when {@code other} asks the same. */
    public boolean asksTheSameAs(Question other) {
        return kind == other.kind
                && since.equals(other.since)
                && until.equals(other.until)
                && watch.equals(other.watch);
    }
}
