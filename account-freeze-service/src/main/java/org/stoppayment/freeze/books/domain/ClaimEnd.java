package org.stoppayment.freeze.books.domain;

import java.time.Instant;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * How a claim ended by itself. From then on no stop holds anything for it, whatever becomes of the stop.
 *
 * @param at when
 * @param cause why
 * @param reason as it was given
 * @param reference of the person or paper behind it
 * @param officer who said so; both parts are empty when nobody was named
 */
public record ClaimEnd(Instant at, Cause cause, String reason, String reference, Officer officer) {

    /** Why a claim ended. */
    public enum Cause {
        /** An officer had the stop lifted for the case. */
        LIFTED,
        /** The case was withdrawn (撤案). */
        WITHDRAWN,
        /** A freeze (冻结) of the case took over. */
        FROZEN
    }

    /** True when {@code other} is the same request, made again. */
    public boolean isRepeatedBy(ClaimEnd other) {
        return cause == other.cause
                && reason.equals(other.reason)
                && reference.equals(other.reference)
                && officer.equals(other.officer);
    }
}
