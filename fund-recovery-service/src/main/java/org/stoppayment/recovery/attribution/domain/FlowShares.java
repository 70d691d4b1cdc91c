package org.stoppayment.recovery.attribution.domain;

/**
 * Whose money a flow carried.
 *
 * @param flow the flow
 * @param shares by owner
 * @param provenance how well that is known
 * @param level transfers between it and a victim at its payee; {@link AccountShares#UNREACHED} for money that is no victim's
 */
public record FlowShares(Flow flow, Shares shares, Provenance provenance, int level) {

    /** The same flow as a victim reported it: the holder's money was the victim's. */
    FlowShares reportedBy(Owner victim) {
        return new FlowShares(flow, shares.reassigned(Owner.HOLDER, victim), provenance, 1);
    }
}
