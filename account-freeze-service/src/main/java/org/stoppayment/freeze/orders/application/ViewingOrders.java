package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.stoppayment.freeze.books.domain.StopClaim;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.domain.views.CaseProgress;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.freeze.shared.application.Paging;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Shows orders. */
@ApplicationScoped
public class ViewingOrders {

    private final OrderViews views;
    private final CaseAttentions attentions;

    ViewingOrders(OrderViews views, CaseAttentions attentions) {
        this.views = views;
        this.attentions = attentions;
    }

    /** Where the orders of a case stand; a case that has not arrived has none. */
    public Uni<CaseProgress> progress(String caseId) {
        return views.progress(caseId(caseId));
    }

    /** What needs attention of a case. */
    public Uni<CaseAttention> attention(String caseId) {
        return attentions.of(caseId(caseId));
    }

    /** An order; fails with {@link ServiceException.NotFound} when there is none. */
    public Uni<OrderView> order(String applicationId) {
        return views.order(applicationId(applicationId))
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("applicationId", applicationId)));
    }

    /** The claims of the cases that see an order, oldest first. */
    public Uni<List<StopClaim>> claims(String applicationId) {
        return views.claims(applicationId(applicationId));
    }

    /**
     * A page of orders that wait for a person, oldest first.
     *
     * @param pageSize 1..200; 0 means 50
     * @param pageToken the last order of the previous page, empty for the first page
     */
    public Uni<Page<OrderView>> manual(int pageSize, String pageToken) {
        return Paging.byId(pageSize, pageToken, ApplicationId::new, views::manual);
    }

    /** Parses the id of a case; fails with {@link ServiceException.InvalidInput} when {@code text} is none. */
    public static CaseId caseId(String text) {
        return new CaseId(id("caseId", text));
    }

    /** Parses the id of an order; fails with {@link ServiceException.InvalidInput} when {@code text} is none. */
    public static ApplicationId applicationId(String text) {
        return new ApplicationId(id("applicationId", text));
    }

    private static UUID id(String field, String text) {
        return Ids.parse(text)
                .orElseThrow(() -> new ServiceException.InvalidInput(
                        field, "NOT_A_UUID", "value: " + text.length() + " characters (expected: a UUID)"));
    }
}
