package org.stoppayment.freeze.orders.application;

import java.util.Map;
import org.stoppayment.kernel.ids.ApplicationId;

/** The outcome of writing new orders together with what they were made from. */
public sealed interface PlacementOutcome {

    /**
     * All is durable.
     *
     * @param orders those placed now, and how; QUEUED when they wait behind a live stop of ours. Empty when all was durable before.
     */
    record Placed(Map<ApplicationId, PlacementResult> orders) implements PlacementOutcome {}

    /** What the orders were made from has changed: nothing was written. */
    record Outdated() implements PlacementOutcome {}
}
