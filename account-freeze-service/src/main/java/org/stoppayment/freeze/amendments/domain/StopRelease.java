package org.stoppayment.freeze.amendments.domain;

import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * An order on an account that a withdrawn case had claimed. Once no active claim is left on the account, the order is released: its
 * stop is lifted, or it is declined here before it is sent.
 *
 * @param applicationId of the order
 * @param decision of the withdrawal: who withdrew the case, and why
 * @param revision number of withdrawals that had asked for it when it was claimed
 */
public record StopRelease(ApplicationId applicationId, Decision decision, int revision) {}
