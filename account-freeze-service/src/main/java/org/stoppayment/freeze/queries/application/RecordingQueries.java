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
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.Ids;

/** Makes what happened to queries durable, with the query for the next page, and applies what they were told. */
@ApplicationScoped
class RecordingQueries {

    private final Queries queries;
    private final ApplyingAnswers applying;
    private final QueryDueTimes dueTimes;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    RecordingQueries(
            Queries queries,
            ApplyingAnswers applying,
            QueryDueTimes dueTimes,
            RuleSets ruleSets,
            InstantSource clock,
            Ids ids) {
        this.queries = queries;
        this.applying = applying;
        this.dueTimes = dueTimes;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Records the outcome of a message about a query; what was written, empty when it says nothing new. Ends once it is durable. */
    Uni<Optional<Changed>> record(ApplicationId id, QueryReply reply) {
        return reply.either(
                happened -> queries.change(id, current -> current.after(happened, clock.instant())
                        .map(after -> Change.of(after, dueAt(after)))),
                answer -> record(id, answer));
    }

    /** Records an answer, or a report of a watch. */
    Uni<Optional<Changed>> record(ApplicationId id, QueryAnswer answer) {
        ApplicationId nextId = ids.newApplicationId();
        return queries.change(id, current -> changed(current, answer, nextId))
                .call(written -> written.filter(Changed::toApply).isPresent()
                        ? applying.apply(id)
                        : Uni.createFrom().voidItem());
    }

    private Optional<Change> changed(AccountQuery current, QueryAnswer answer, ApplicationId nextId) {
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
                after.nextPage(answer, nextId, now),
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

    /** Notes an inquiry after which the institution must be asked again, and when that is due. */
    Uni<Void> recordUnfinishedInquiry(AccountQuery query) {
        return queries.change(query.id(), current -> {
                    AccountQuery after = current.afterInquiry(clock.instant());
                    return Optional.of(Change.of(after, dueAt(after)));
                })
                .replaceWithVoid();
    }

    private Optional<Instant> dueAt(AccountQuery query) {
        return dueTimes.next(query, ruleSets.current().doubt(), clock.instant());
    }
}
