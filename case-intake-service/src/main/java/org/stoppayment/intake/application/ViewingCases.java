package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.CaseFilter;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Shows cases as they were reported. */
@ApplicationScoped
public class ViewingCases {

    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 200;

    private final Cases cases;

    ViewingCases(Cases cases) {
        this.cases = cases;
    }

    /** The case; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<CaseView> view(String caseId) {
        CaseId id = new CaseId(Ids.parseField("caseId", caseId));
        return cases.find(id).map(found -> found.orElseThrow(() -> new ServiceException.NotFound("caseId", caseId)));
    }

    /**
     * A page of cases, newest first.
     *
     * @param filter which cases
     * @param pageSize 1..200; 0 means 50
     * @param before only cases older than this one
     */
    public Uni<Page> list(CaseFilter filter, int pageSize, Optional<CaseId> before) {
        if (pageSize < 0 || pageSize > MAX_PAGE_SIZE) {
            throw new ServiceException.InvalidInput(
                    "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + MAX_PAGE_SIZE + ")");
        }
        int limit = pageSize == 0 ? DEFAULT_PAGE_SIZE : pageSize;
        return cases.list(filter, before, limit + 1)
                .map(found -> new Page(found.subList(0, Math.min(limit, found.size())), found.size() > limit));
    }

    /**
     * A page of cases, newest first.
     *
     * @param cases the cases
     * @param more true when older cases follow
     */
    public record Page(List<CaseSummary> cases, boolean more) {}
}
