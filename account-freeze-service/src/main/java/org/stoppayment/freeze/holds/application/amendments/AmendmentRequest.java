package org.stoppayment.freeze.holds.application.amendments;

import org.stoppayment.freeze.holds.application.Measure;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * What an officer gives with an order about a freeze.
 *
 * @param freezeId of the freeze, as given
 * @param reason for the institution's books
 * @param measure document and approval
 * @param officer who asks
 */
public record AmendmentRequest(String freezeId, String reason, Measure measure, Officer officer) {}
