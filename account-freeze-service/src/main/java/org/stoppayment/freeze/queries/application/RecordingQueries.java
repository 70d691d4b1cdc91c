package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.stoppayment.freeze.queries.application.Queries.Change;
import org.stoppayment.freeze.queries.application.Queries.Changed;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.freeze.queries.domain.QueryDueTimes;
import org.stoppayment.freeze.queries.domain.QueryEvent;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.Ids;

/** Makes what happened to queries durable, with the query for the next page, and applies what they were told. */
@ApplicationScoped
class RecordingQueries {

    private final Queries queries;
    private final CaseAccounts cases;
    private final ApplyingAnswers applying;
    private final QueryDueTimes dueTimes;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    RecordingQueries(
            Queries queries,
            CaseAccounts cases,
            ApplyingAnswers applying,
            QueryDueTimes dueTimes,
            RuleSets ruleSets,
            InstantSource clock,
            Ids ids) {
        this.queries = queries;
        this.cases = cases;
        this.applying = applying;
        this.dueTimes = dueTimes;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Records the outcome of a message about a query; what was written, empty when it says nothing new. Ends once it is durable. */
    Uni<Optional<Changed>> record(AccountQuery query, QueryReply reply) {
        return reply.either(
                happened -> queries.change(query.id(), current -> current.after(happened, clock.instant())
                        .map(after -> Change.of(after, dueAt(after)))),
                answer -> record(query, answer));
    }

    /** Records an answer, or a report of a watch. */
    Uni<Optional<Changed>> record(AccountQuery query, QueryAnswer answer) {
        return idOfNextPage(query, answer)
                .chain(nextId -> queries.change(query.id(), current -> changed(current, answer, nextId)))
                .call(written -> written.filter(Changed::toApply).isPresent()
                        ? applying.apply(query.id())
                        : Uni.createFrom().voidItem());
    }

    /** Id for the query for the next page; empty when there is no such page, or nothing more is asked for the case. */
    private Uni<Optional<ApplicationId>> idOfNextPage(AccountQuery query, QueryAnswer answer) {
        return answer.nextPageToken().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : cases.isWithdrawn(query.caseId())
                        .map(withdrawn -> withdrawn ? Optional.empty() : Optional.of(ids.newApplicationId()));
    }

    private Optional<Change> changed(AccountQuery current, QueryAnswer answer, Optional<ApplicationId> nextId) {
        Instant now = clock.instant();
        Optional<AccountQuery> answered = current.answered(answer, now);
        boolean isReport = current.kind() == QueryKind.WATCH && answer.report().isPresent();
        if (answered.isEmpty() && !isReport) {
            return Optional.empty();
        }
        AccountQuery after = answered.orElse(current);
        return Optional.of(new Change(
                after,
                dueAt(after),
                nextId.flatMap(id -> after.nextPage(answer, id, now)),
                answer.report().filter(report -> isReport),
                Optional.of(answer.content()).filter(content -> !after.answer().equals(current.answer()))));
    }

    /** Moves a query that is in {@code from} by an event of ours; empty when it has moved in the meantime. */
    Uni<Optional<AccountQuery>> move(AccountQuery query, QueryEvent.Kind event, QueryState... from) {
        return queries.change(
                        query.id(),
                        current -> Arrays.asList(from).contains(current.state())
                                ? current.after(QueryEvent.of(event), clock.instant())
                                        .map(after -> Change.of(after, dueAt(after)))
                                : Optional.empty())
                .map(changed -> changed.map(Changed::query));
    }

    /** Calls off a query that waits to be sent, because its case is withdrawn; empty when it does not wait any more. */
    Uni<Optional<AccountQuery>> callOff(AccountQuery query) {
        return move(query, QueryEvent.Kind.CALLED_OFF, QueryState.QUEUED);
    }

    /** Notes an inquiry after which the institution must be asked again, and when that is due. */
    Uni<Void> recordUnfinishedInquiry(AccountQuery query) {
        return queries.change(query.id(), current -> {
                    AccountQuery after = current.afterInquiry(clock.instant());
                    return Optional.of(Change.of(after, dueAt(after)));
                })
                .replaceWithVoid();
    }

    /** Leaves a query to its institution: it is not inquired about any more. */
    Uni<Void> askNoMore(AccountQuery query) {
        return queries.change(query.id(), current -> Optional.of(Change.of(current, Optional.empty())))
                .replaceWithVoid();
    }

    private Optional<Instant> dueAt(AccountQuery query) {
        return dueTimes.next(query, ruleSets.current().doubt(), clock.instant());
    }
}
