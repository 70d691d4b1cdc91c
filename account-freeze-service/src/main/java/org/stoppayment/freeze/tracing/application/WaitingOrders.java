package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;

/** Port: durable orders that wait behind a live stop of ours. */
public interface WaitingOrders {

    /** The oldest order of a case on an account that may go out, QUEUED. */
    Uni<Optional<StopOrder>> oldestFree(CaseId caseId, AccountRef.Key account);

    /**
     * Places a waiting order like any other. It goes on waiting when the account has a live stop of ours, or when the stop that it
     * waited behind took effect: its case joined that one.
     *
     * @param order as it is sent
     * @param rules that it was made under
     * @return how it was placed; empty when it goes on waiting
     */
    Uni<Optional<PlacementResult>> place(StopOrder order, RuleSet rules);
}
