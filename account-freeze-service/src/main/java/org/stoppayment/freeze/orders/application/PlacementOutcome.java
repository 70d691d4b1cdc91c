package org.stoppayment.freeze.orders.application;

import java.util.Map;
import org.stoppayment.kernel.ApplicationId;

/** What came of writing new orders together with what they were made from. */
public sealed interface PlacementOutcome {

    /**
     * All of it is durable.
     *
     * @param orders those that were placed now, and how; QUEUED when they wait behind a live stop of ours. None when all was
     *     durable before.
     */
    record Placed(Map<ApplicationId, PlacementResult> orders) implements PlacementOutcome {}

    /** Somebody else has changed what the orders were made from: nothing was written. */
    record Outdated() implements PlacementOutcome {}
}
