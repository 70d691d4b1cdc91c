package org.stoppayment.recovery.attribution.domain;

import java.util.List;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Whose money an account holds, and how it came.
 *
 * @param account the account
 * @param money by owner; adds up to its balance, where that is told
 * @param provenance how well it is known
 * @param isDetermined true when FIFO and LIFO agree on the remainder of every inflow
 * @param statement whether all bookings are told
 * @param inflows number of inflows
 * @param level transfers between it and the nearest victim, {@link #UNREACHED} when no victim's money came
 * @param steps its bookings in order of time
 */
public record AccountShares(
        AccountRef.Key account,
        Shares money,
        Provenance provenance,
        boolean isDetermined,
        StatementCheck statement,
        int inflows,
        int level,
        List<Step> steps) {

    /** The level of an account that no victim's money has reached. */
    public static final int UNREACHED = Integer.MAX_VALUE;

    /**
     * A booking of the account.
     *
     * @param kind into or out of it
     * @param flow what moved
     * @param balanceFen on the account afterwards
     */
    public record Step(Kind kind, FlowShares flow, long balanceFen) {}

    /** Kinds of steps. */
    public enum Kind {
        /** Into the account. */
        IN,
        /** Out of the account. */
        OUT
    }
}
