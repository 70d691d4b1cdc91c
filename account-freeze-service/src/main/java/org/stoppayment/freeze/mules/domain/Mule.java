package org.stoppayment.freeze.mules.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;

/**
 * A known mule.
 *
 * @param account as its newest order names it
 * @param stops of ours that it was put under
 * @param cases whose money reached it
 * @param tainted sum of that money
 * @param held true while it is held under a stop of ours
 * @param firstClaimedAt when the first of these cases reached it
 * @param lastStoppedAt when it was stopped last
 */
public record Mule(
        AccountRef account,
        int stops,
        int cases,
        Money tainted,
        boolean held,
        Optional<Instant> firstClaimedAt,
        Optional<Instant> lastStoppedAt) {}
