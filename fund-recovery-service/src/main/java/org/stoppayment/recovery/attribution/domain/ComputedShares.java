package org.stoppayment.recovery.attribution.domain;

import java.util.Optional;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Whose money an account holds, as it was computed last.
 *
 * @param account the account
 * @param money by owner
 * @param provenance how well it is known
 * @param isDetermined true when FIFO and LIFO agree on the remainder of every inflow
 * @param statement whether all bookings are told
 * @param inflows number of inflows
 * @param level transfers between it and the nearest victim; empty when no victim's money came
 */
public record ComputedShares(
        AccountRef.Key account,
        Shares money,
        Provenance provenance,
        boolean isDetermined,
        StatementCheck statement,
        int inflows,
        Optional<Integer> level) {}
