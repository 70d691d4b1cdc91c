package org.stoppayment.recovery.batches.domain;

import org.stoppayment.kernel.ids.PlanId;

/**
 * A plan as a batch names it. This never changes.
 *
 * @param planId the plan
 * @param planDigest SHA-256 of what it says
 * @param payFen what it pays, in fen
 */
public record BatchPlan(PlanId planId, String planDigest, long payFen) {}
