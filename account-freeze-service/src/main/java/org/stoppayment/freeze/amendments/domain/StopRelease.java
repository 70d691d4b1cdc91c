package org.stoppayment.freeze.amendments.domain;

import org.stoppayment.kernel.ApplicationId;

/**
 * An order that a withdrawn case leaves behind: it is released when no claim stands on its account.
 *
 * @param applicationId of the order
 * @param reason of the withdrawal
 * @param reference of the person or paper behind it
 */
public record StopRelease(ApplicationId applicationId, String reason, String reference) {}
