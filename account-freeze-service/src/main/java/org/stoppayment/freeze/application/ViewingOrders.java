package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.CaseProgress;
import org.stoppayment.freeze.domain.OrderView;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;

/** Shows orders. */
@ApplicationScoped
public class ViewingOrders {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Views views;

    ViewingOrders(Views views) {
        this.views = views;
    }

    /** Where the orders of a case stand; a case that has not arrived has none. */
    public Uni<CaseProgress> progress(String caseId) {
        return views.progress(id("caseId", caseId));
    }

    /** An order; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<OrderView> order(String applicationId) {
        return views.order(id("applicationId", applicationId))
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("applicationId", applicationId)));
    }

    /**
     * A page of orders that wait for a person, oldest first.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken the last order of the page before, empty for the first page
     */
    public Uni<Page> manual(int pageSize, String pageToken) {
        if (pageSize < 0 || pageSize > LARGEST_PAGE) {
            throw new ServiceException.InvalidInput(
                    "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + LARGEST_PAGE + ")");
        }
        Optional<UUID> after = pageToken.isEmpty() ? Optional.empty() : Optional.of(id("pageToken", pageToken));
        int most = pageSize == 0 ? USUAL_PAGE : pageSize;
        return views.manual(after, most + 1)
                .map(found -> new Page(found.subList(0, Math.min(most, found.size())), found.size() > most));
    }

    /**
     * Some orders.
     *
     * @param orders of this page
     * @param more true when others follow
     */
    public record Page(List<OrderView> orders, boolean more) {}

    /** The id that {@code text} is; fails with {@link ServiceException.InvalidInput} when it is none. */
    static UUID id(String field, String text) {
        return Ids.parse(text)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        field, "NOT_A_UUID", "value: " + text.length() + " characters (expected: a UUID)"));
    }
}
