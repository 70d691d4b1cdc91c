package org.stoppayment.recovery.attribution.domain;

import java.util.List;
import java.util.Map;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Accounts, and the money that moved between them.
 *
 * @param accounts the accounts that are followed
 * @param flows in any order; the payer of each, if it has one, is among the accounts
 */
public record MoneyGraph(Map<AccountRef.Key, StatementCheck> accounts, List<Flow> flows) {

    public MoneyGraph {
        accounts = Map.copyOf(accounts);
        flows = List.copyOf(flows);
    }
}
