package org.stoppayment.freeze.holds.application;

import java.util.Optional;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * Document and approval of a measure, as given.
 *
 * @param documentDigest SHA-256 of the legal document
 * @param approver who approved it, as told
 * @param level of the approval; empty when it was not given
 */
public record Measure(String documentDigest, Officer approver, Optional<ApprovalLevel> level) {}
