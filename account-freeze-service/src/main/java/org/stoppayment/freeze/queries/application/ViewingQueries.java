package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.queries.application.Queries.StoredReport;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.kernel.ids.ApplicationId;

/** Shows queries with what was answered. */
@ApplicationScoped
public class ViewingQueries {

    private static final int MAX_REPORTS = 1_000;

    private final Queries queries;
    private final NamedQueries named;

    ViewingQueries(Queries queries, NamedQueries named) {
        this.queries = queries;
        this.named = named;
    }

    /**
     * A query as it is shown.
     *
     * @param query as it stands
     * @param nextPage id of the query for the next page; empty in lists
     * @param end id of the query that ends the watch; empty in lists
     * @param answer what was answered, as it is stored; empty in lists
     * @param reportCount number of reports of the watch
     * @param reports of the watch, as they are stored; empty in lists
     */
    public record View(
            AccountQuery query,
            Optional<ApplicationId> nextPage,
            Optional<ApplicationId> end,
            Optional<String> answer,
            int reportCount,
            List<StoredReport> reports) {}

    /** One query, with its answer. */
    public Uni<View> view(String queryId) {
        return named.find(queryId).chain(this::view);
    }

    /** One query, with its answer. */
    public Uni<View> view(AccountQuery query) {
        List<ApplicationId> id = List.of(query.id());
        return queries.nextPage(query.id()).chain(next -> queries.endOf(query.id())
                .chain(end -> queries.answers(id).chain(answers -> queries.countReports(id)
                        .chain(counts -> queries.reports(query.id(), MAX_REPORTS)
                                .map(reports -> new View(
                                        query,
                                        next.map(AccountQuery::id),
                                        end.map(AccountQuery::id),
                                        Optional.ofNullable(answers.get(query.id())),
                                        counts.getOrDefault(query.id(), 0),
                                        reports))))));
    }

    /** Queries without their answers, in the given order. */
    public Uni<List<View>> of(List<AccountQuery> found) {
        return queries.countReports(found.stream().map(AccountQuery::id).toList())
                .map(counts -> found.stream()
                        .map(query -> new View(
                                query,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                counts.getOrDefault(query.id(), 0),
                                List.of()))
                        .toList());
    }
}
