package org.stoppayment.gateway.queries.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;

/**
 * One account of a holder.
 *
 * @param number its number
 * @param kind its kind
 * @param state its state; empty when it is not told or cannot be read
 * @param balance its balance; empty when it is not told
 * @param openedAt when it was opened; empty when it is not told
 */
public record HolderAccount(
        String number,
        AccountKind kind,
        Optional<AccountState> state,
        Optional<Money> balance,
        Optional<Instant> openedAt) {

    /** Safe for logs. */
    @Override
    public String toString() {
        return Masking.mask(number) + " " + state;
    }
}
