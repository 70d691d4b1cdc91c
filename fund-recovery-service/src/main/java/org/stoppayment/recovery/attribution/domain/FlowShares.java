package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Whose money moved.
 *
 * @param reason what moved it
 * @param flow the flow; empty for money that no institution has told of
 * @param at when
 * @param shares by owner
 * @param provenance how well that is known
 * @param level transfers between it and a victim at its payee; {@link AccountShares#UNREACHED} for money that is no victim's
 */
public record FlowShares(
        Reason reason, Optional<Flow> flow, Instant at, Shares shares, Provenance provenance, int level) {

    /** The same flow as a victim reported it: the holder's money was the victim's. */
    FlowShares reportedBy(Owner victim) {
        return new FlowShares(reason, flow, at, shares.reassigned(Owner.HOLDER, victim), provenance, 1);
    }

    /** What moved money. */
    public enum Reason {
        /** A booking or a report. */
        TOLD,
        /** It was on the account before the first booking. */
        OPENING,
        /** More left, or is there, than bookings brought: nobody told where it came from. */
        UNTOLD_INFLOW,
        /** Less is there than bookings left: nobody told where it went. */
        UNTOLD_OUTFLOW
    }
}
