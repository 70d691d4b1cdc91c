package org.stoppayment.freeze.objections.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.domain.Approver;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * How an objection was decided.
 *
 * @param outcome the outcome
 * @param reason why
 * @param officer who decided
 * @param decidedAt when
 * @param basis document and approval; empty when the outcome needs none
 */
public record ObjectionDecision(
        ObjectionOutcome outcome, String reason, Officer officer, Instant decidedAt, Optional<Basis> basis) {

    /**
     * Document and approval of a release.
     *
     * @param documentDigest SHA-256 of the legal document, 64 hexadecimal digits
     * @param approver who approved it
     */
    public record Basis(String documentDigest, Approver approver) {}

    /** True when {@code other} says the same: the request was repeated. */
    public boolean isRepeatedBy(ObjectionDecision other) {
        return outcome == other.outcome
                && reason.equals(other.reason)
                && officer.equals(other.officer)
                && basis.equals(other.basis);
    }
}
