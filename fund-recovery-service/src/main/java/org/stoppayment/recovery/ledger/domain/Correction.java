package org.stoppayment.recovery.ledger.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;

/**
 * An officer has booked entries reversed.
 *
 * @param id made by the caller
 * @param caseId the case
 * @param target what is reversed
 * @param reason why
 * @param officer who decided it
 * @param at when
 */
public record Correction(UUID id, CaseId caseId, Target target, String reason, Officer officer, Instant at) {

    /** Reversing entries belong to their correction as others belong to an event. */
    public EventId asEvent() {
        return new EventId(id);
    }

    /** True when both ask for the same, whoever asks. */
    public boolean isSame(Correction other) {
        return caseId.equals(other.caseId) && target.equals(other.target) && reason.equals(other.reason);
    }

    /**
     * What is reversed.
     *
     * @param kind one entry, or all of an event
     * @param id of the entry or the event
     */
    public record Target(Kind kind, UUID id) {

        /** What the id is of. */
        public enum Kind {
            /** Of one entry. */
            ENTRY,
            /** Of an event: all its entries. */
            EVENT
        }
    }
}
