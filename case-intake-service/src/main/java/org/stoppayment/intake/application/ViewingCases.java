package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;

/** Shows cases as they came in. */
@ApplicationScoped
public class ViewingCases {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Cases cases;

    ViewingCases(Cases cases) {
        this.cases = cases;
    }

    /** The case; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<CaseView> view(String caseId) {
        UUID id = Ids.parse(caseId)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        "caseId", "NOT_A_UUID", "value: " + caseId.length() + " characters (expected: a UUID)"));
        return cases.find(id).map(found -> found.orElseThrow(() -> new ServiceException.NotFound("caseId", caseId)));
    }

    /**
     * A page of cases, newest first.
     *
     * @param pageSize 1..200; 0 means 50
     * @param before only cases older than this one
     */
    public Uni<Page> list(int pageSize, Optional<UUID> before) {
        if (pageSize < 0 || pageSize > LARGEST_PAGE) {
            throw new ServiceException.InvalidInput(
                    "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + LARGEST_PAGE + ")");
        }
        int most = pageSize == 0 ? USUAL_PAGE : pageSize;
        return cases.list(before, most + 1)
                .map(found -> new Page(found.subList(0, Math.min(most, found.size())), found.size() > most));
    }

    /**
     * Some cases, newest first.
     *
     * @param cases of this page
     * @param more true when older ones follow
     */
    public record Page(List<CaseSummary> cases, boolean more) {}
}
