package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.HoldInput;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.PageOfQuery;
import org.stoppayment.freeze.queries.domain.QueryApplication;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.queries.domain.Question;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;

/** Ends watches before their end (解除动态查询), by queries of their own. */
@ApplicationScoped
public class EndingWatches {

    private final NamedQueries named;
    private final Queries queries;
    private final OrderingQueries ordering;
    private final InstantSource clock;
    private final Ids ids;

    EndingWatches(NamedQueries named, Queries queries, OrderingQueries ordering, InstantSource clock, Ids ids) {
        this.named = named;
        this.queries = queries;
        this.ordering = ordering;
        this.clock = clock;
        this.ids = ids;
    }

    /** Ends a watch; the query that does so, or the undecided one that does so already. */
    public Uni<AccountQuery> end(String watchId, String reason, Officer officer) {
        new HoldInput().reason(reason, false).officer(officer).refuse();
        return named.find(watchId).chain(watch -> queries.endOf(watch.id())
                .map(end -> requireRunning(watch, end))
                .chain(running -> ordering.place(application(running, reason, officer))));
    }

    /** Ends a watch of a withdrawn case; does nothing when it does not run. */
    Uni<Void> endOfWithdrawnCase(AccountQuery watch) {
        return queries.find(watch.id()).map(Optional::orElseThrow).chain(current -> queries.endOf(current.id())
                .chain(end -> whyNotRunning(current, end).isPresent()
                        ? Uni.createFrom().voidItem()
                        : ordering.place(application(current, "", Officer.SYSTEM))
                                .replaceWithVoid()));
    }

    private QueryApplication application(AccountQuery watch, String reason, Officer officer) {
        QueryApplication of = watch.application();
        return new QueryApplication(
                of.caseId(),
                of.account(),
                Question.endOf(watch.id()),
                PageOfQuery.first(ids.newApplicationId()),
                of.basis(),
                reason.isBlank() ? of.reason() : reason,
                officer,
                clock.instant());
    }

    private AccountQuery requireRunning(AccountQuery watch, Optional<AccountQuery> end) {
        if (watch.kind() != QueryKind.WATCH) {
            throw new ServiceException.Refusal(
                    "NOT_A_WATCH", "query " + watch.id() + ": " + watch.kind() + " (expected: WATCH)");
        }
        whyNotRunning(watch, end).ifPresent(why -> {
            throw new ServiceException.Refusal(
                    "WATCH_NOT_RUNNING",
                    "watch " + watch.id() + ": " + why
                            + " (expected: a watch that the institution has and that has not ended)");
        });
        return watch;
    }

    /** Why the watch cannot be ended; empty when it runs, or may run. */
    private Optional<String> whyNotRunning(AccountQuery watch, Optional<AccountQuery> end) {
        Instant until = watch.application().question().until().orElseThrow();
        if (end.filter(one -> one.state() == QueryState.ANSWERED).isPresent()
                || !clock.instant().isBefore(until)) {
            return Optional.of("ended");
        }
        return Optional.of(watch.state())
                .filter(state -> state == QueryState.DECLINED || state == QueryState.QUEUED)
                .map(QueryState::name);
    }
}
