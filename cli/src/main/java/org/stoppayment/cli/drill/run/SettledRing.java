package org.stoppayment.cli.drill.run;

import java.time.Instant;
import java.util.List;
import org.stoppayment.cli.client.SimulatedWorld;
import org.stoppayment.cli.drill.plan.Ring;

/**
 * A ring whose cases are settled, and whose money cannot move any more.
 *
 * @param ring the plan
 * @param caseIds of its victims' cases
 * @param accounts the books of the institutions
 * @param at when that was seen
 */
public record SettledRing(Ring ring, List<String> caseIds, List<SimulatedWorld.Account> accounts, Instant at) {

    public SettledRing {
        caseIds = List.copyOf(caseIds);
        accounts = List.copyOf(accounts);
    }
}
