package org.stoppayment.recovery.plans.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What holds the money of an account.
 *
 * @param id of the stop order or freeze
 * @param caseId the case that ordered it
 * @param isFreeze true for a freeze, false for a stop
 * @param heldFen what it holds
 * @param expiresAt when its term ends
 */
public record PlannedHold(UUID id, CaseId caseId, boolean isFreeze, long heldFen, Instant expiresAt) {}
