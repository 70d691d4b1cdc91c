package org.stoppayment.freeze.holds.domain;

import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * The chief who approved a measure.
 *
 * @param officer organisation and badge, as told
 * @param level of the approval
 */
public record Approver(Officer officer, ApprovalLevel level) {

    /** True when {@code other} speaks for the same organisation: who approved a freeze approves its lift (Art. 241). */
    public boolean isOfSameOrganisation(Approver other) {
        return officer.organisation().equals(other.officer.organisation());
    }
}
