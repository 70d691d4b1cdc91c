package org.stoppayment.freeze.queries.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.freeze.queries.application.Queries.Filter;
import org.stoppayment.freeze.queries.application.ViewingQueries.View;
import org.stoppayment.freeze.queries.domain.AccountQuery;
import org.stoppayment.freeze.queries.domain.QueryState;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Lists queries, the newest first. */
@ApplicationScoped
public class ListingQueries {

    private final Queries queries;
    private final ViewingQueries viewing;

    ListingQueries(Queries queries, ViewingQueries viewing) {
        this.queries = queries;
        this.viewing = viewing;
    }

    /**
     * A page of queries.
     *
     * @param views the queries
     * @param nextPageToken empty on the last page
     */
    public record QueryPage(List<View> views, String nextPageToken) {}

    /** A page; fails with every violation at once. */
    public Uni<QueryPage> list(int pageSize, String pageToken, String caseId, Set<QueryState> states) {
        List<Violation> violations = new ArrayList<>(Paging.violations(pageSize));
        Optional<CaseId> ofCase = id("caseId", caseId, violations).map(CaseId::new);
        Optional<ApplicationId> after = id("pageToken", pageToken, violations).map(ApplicationId::new);
        OfficerInput.refuse(violations);
        int rows = Paging.rows(pageSize);
        return queries.list(new Filter(ofCase, states), after, rows + 1)
                .map(found -> Paging.page(found, rows))
                .chain(page -> viewing.of(page.rows()).map(views -> new QueryPage(views, nextToken(page))));
    }

    private static Optional<UUID> id(String field, String given, List<Violation> violations) {
        Optional<UUID> id = Ids.parse(given);
        if (id.isEmpty() && !given.isEmpty()) {
            violations.add(
                    new Violation(field, "NOT_A_UUID", "value: " + given.length() + " characters (expected: a UUID)"));
        }
        return id;
    }

    private static String nextToken(Page<AccountQuery> page) {
        return page.more() ? page.rows().get(page.rows().size() - 1).id().toString() : "";
    }
}
