package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.payments.application.Payments.Filter;
import org.stoppayment.recovery.payments.domain.Payment;

/** Shows payments. */
@ApplicationScoped
public class ViewingPayments {

    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 500;

    private final Payments payments;
    private final InstantSource clock;

    ViewingPayments(Payments payments, InstantSource clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Payments, the latest first.
     *
     * @param planId only those of a plan; empty for all
     * @param caseId only those to the victim of a case; empty for all
     * @param needsAttention only those that need a person, or are odd
     * @param pageSize maximum number, 1..500; 0 means 100
     * @param after id of the last payment of the page before; empty for the first page
     */
    public Uni<List<Payment>> list(String planId, String caseId, boolean needsAttention, int pageSize, String after) {
        if (pageSize < 0 || pageSize > MAX_PAGE) {
            throw new ServiceException.InvalidInput(
                    "pageSize", "OUT_OF_RANGE", "value: " + pageSize + " (expected: 0.." + MAX_PAGE + ")");
        }
        Filter filter = new Filter(
                planId.isEmpty() ? Optional.empty() : Optional.of(new PlanId(Ids.parseField("planId", planId))),
                caseId.isEmpty() ? Optional.empty() : Optional.of(new CaseId(Ids.parseField("caseId", caseId))),
                needsAttention,
                after.isEmpty() ? Optional.empty() : Optional.of(new PaymentId(Ids.parseField("pageToken", after))));
        return payments.list(filter, pageSize(pageSize), clock.instant());
    }

    /** The number of payments in a page. */
    public static int pageSize(int asked) {
        return asked == 0 ? DEFAULT_PAGE : asked;
    }
}
