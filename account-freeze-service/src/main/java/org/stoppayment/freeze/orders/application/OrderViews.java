package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.StopClaim;
import org.stoppayment.freeze.orders.domain.views.CaseProgress;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: orders. */
public interface OrderViews {

    /** Where the orders of a case stand. */
    Uni<CaseProgress> progress(CaseId caseId);

    /** An order as the case that placed it sees it. */
    Uni<Optional<OrderView>> order(ApplicationId applicationId);

    /** The claims of the cases that see an order, oldest first. */
    Uni<List<StopClaim>> claims(ApplicationId applicationId);

    /** At most {@code max} orders that wait for a person, those made after {@code after}, oldest first. */
    Uni<List<OrderView>> manual(Optional<ApplicationId> after, int max);
}
