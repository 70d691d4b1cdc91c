package org.stoppayment.freeze.statistics.domain;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * An account on which more is held than the cases' money.
 *
 * @param account the account
 * @param held what is held
 * @param tainted the cases' money on it
 * @param overheld what is held above it
 * @param overheldFenHours the same in fen, multiplied by how many hours it has been held
 * @param heldSince when the oldest of its holds began
 * @param holds ids of the stop and the freezes, oldest first
 */
public record OverheldAccount(
        AccountRef account,
        Money held,
        Money tainted,
        Money overheld,
        long overheldFenHours,
        Instant heldSince,
        List<ApplicationId> holds) {

    public OverheldAccount {
        holds = List.copyOf(holds);
    }
}
