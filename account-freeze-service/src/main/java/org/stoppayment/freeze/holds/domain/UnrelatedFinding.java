package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The funds of a freeze turned out to have nothing to do with its case: it is lifted within three days and the owner is told (程序规定
 * Art. 247).
 *
 * @param freezeId of the freeze
 * @param caseId of its case
 * @param foundAt when that was found
 * @param reason why
 * @param officer who says so
 * @param dueAt until when it is lifted and the owner told
 * @param notice that the owner was told; empty before
 */
public record UnrelatedFinding(
        ApplicationId freezeId,
        CaseId caseId,
        Instant foundAt,
        String reason,
        Officer officer,
        Instant dueAt,
        Optional<OwnerNotice> notice) {

    /** Number of warnings before and at the end of the term. */
    private static final int LAST_WARNING = 2;

    /** A finding about {@code freeze}; {@code term} is the time to lift it. */
    public static UnrelatedFinding of(Freeze freeze, Instant foundAt, String reason, Officer officer, LegalTerm term) {
        return new UnrelatedFinding(
                freeze.id(), freeze.caseId(), foundAt, reason, officer, term.endFrom(foundAt), Optional.empty());
    }

    /** True when {@code other} says the same: the request was repeated. */
    public boolean isRepeatedBy(UnrelatedFinding other) {
        return foundAt.equals(other.foundAt) && reason.equals(other.reason) && officer.equals(other.officer);
    }

    /** The finding, with the notice of the owner. */
    public UnrelatedFinding notified(OwnerNotice given) {
        return new UnrelatedFinding(freezeId, caseId, foundAt, reason, officer, dueAt, Optional.of(given));
    }

    /** True when the time is over and the owner was not told. */
    public boolean lacksNoticeAt(Instant now) {
        return !now.isBefore(dueAt) && notice.isEmpty();
    }

    /** The number of the last warning that is due, 1 from {@code ahead} of the end on and 2 at the end; 0 before. */
    public int warningDue(LegalTerm ahead, Instant now) {
        if (!now.isBefore(dueAt)) {
            return LAST_WARNING;
        }
        return now.isBefore(ahead.beginBefore(dueAt)) ? 0 : 1;
    }

    /** When people are warned next; empty when never. */
    public Optional<Instant> nextWarning(LegalTerm ahead, Instant now) {
        return switch (warningDue(ahead, now)) {
            case 0 -> Optional.of(ahead.beginBefore(dueAt));
            case 1 -> Optional.of(dueAt);
            default -> Optional.empty();
        };
    }
}
