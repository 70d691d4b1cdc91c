package org.stoppayment.gateway.queries.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What is on an account.
 *
 * @param balance the balance; empty when it is not told or cannot be read
 * @param available what can be paid out of it; empty when it is not told or cannot be read
 * @param holds what holds money on the account, those that take effect first at the top
 */
public record AccountBalance(Optional<Money> balance, Optional<Money> available, List<AccountHold> holds) {

    /** Nothing of it can be read. */
    public static final AccountBalance UNKNOWN = new AccountBalance(Optional.empty(), Optional.empty(), List.of());

    public AccountBalance {
        holds = List.copyOf(holds);
    }
}
