package org.stoppayment.freeze.queries.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.queries.application.Queries.Change;
import org.stoppayment.freeze.queries.application.Queries.Changed;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryState;

/** Writes what became of a query, in the transaction of the caller, who has locked its row. */
@ApplicationScoped
class QueryChanges implements PanacheRepositoryBase<QueryEntity, UUID> {

    private final QueryAnswerRepository answers;
    private final WatchReportRepository reports;

    QueryChanges(QueryAnswerRepository answers, WatchReportRepository reports) {
        this.answers = answers;
        this.reports = reports;
    }

    /** What was written; empty when nothing was, because the report was stored before. */
    Uni<Optional<Changed>> write(QueryEntity row, AccountQuery before, Change change, Instant now) {
        return store(change, now).chain(isNewReport -> {
            AccountQuery after = change.query();
            boolean isOldReport = change.report().isPresent() && !isNewReport;
            if (isOldReport && after.equals(before)) {
                return Uni.createFrom().item(Optional.empty());
            }
            row.write(after);
            row.dueAt = change.dueAt().orElse(null);
            boolean isAnswered =
                    after.state() == QueryState.ANSWERED && !after.answer().equals(before.answer());
            if (isNewReport || isAnswered) {
                row.answerDueAt = now;
                row.answerRevision++;
            }
            row.unpublished |= isAnswered;
            return keep(change)
                    .chain(() -> next(change, now))
                    .map(next -> Optional.of(new Changed(after, next, row.answerDueAt != null)));
        });
    }

    private Uni<Void> keep(Change change) {
        return change.content()
                .map(content -> answers.keep(change.query().id(), content))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Boolean> store(Change change, Instant now) {
        return change.report()
                .map(report -> reports.store(change.query().id(), report, now))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** A query has at most one for its next page. */
    private Uni<Optional<AccountQuery>> next(Change change, Instant now) {
        return change.nextPage()
                .map(next -> count("previousId", change.query().id().value())
                        .chain(stored -> stored > 0
                                ? Uni.createFrom().item(Optional.<AccountQuery>empty())
                                : persist(due(next, now)).replaceWith(Optional.of(next))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static QueryEntity due(AccountQuery next, Instant now) {
        QueryEntity row = QueryEntity.of(next);
        row.dueAt = now;
        return row;
    }
}
