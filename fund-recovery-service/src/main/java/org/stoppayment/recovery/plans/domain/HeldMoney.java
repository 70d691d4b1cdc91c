package org.stoppayment.recovery.plans.domain;

import org.stoppayment.recovery.attribution.domain.Provenance;

/**
 * The money of an account that may be returned.
 *
 * @param heldFen what the freezes of the plan's cases hold; in a draft before freezing, what stops hold
 * @param isUnique true when all that is on the account is unique all the way from its owners, and its statement is complete
 * @param inflows number of inflows that the account ever had
 */
public record HeldMoney(long heldFen, boolean isUnique, int inflows) {

    public HeldMoney {
        if (heldFen < 0) {
            throw new IllegalArgumentException("heldFen: " + heldFen + " (expected: 0 or more)");
        }
    }

    /** The money of an account of which {@code heldFen} is held. */
    public static HeldMoney of(long heldFen, Provenance provenance, int inflows) {
        return new HeldMoney(heldFen, provenance.isUnique() && !provenance.needsStatement(), inflows);
    }
}
