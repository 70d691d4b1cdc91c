package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.CaseId;

/** Orders on accounts that had a live stop of ours when they were made, durable. */
public interface WaitingOrders {

    /** The oldest that a case has on an account and that need not wait any longer, QUEUED. */
    Uni<Optional<StopOrder>> oldestFree(CaseId caseId, AccountRef.Key account);

    /**
     * Places an order that waited, as any other order is placed. It goes on waiting when the account has a live stop of ours, or
     * when the stop that it waited behind did take effect: its case joined that one.
     *
     * @param order as it goes out
     * @param rules that it was made under
     * @return how it was placed; empty when it goes on waiting
     */
    Uni<Optional<PlacementResult>> place(StopOrder order, RuleSet rules);
}
