package org.stoppayment.simulator.ledger;

import java.util.Optional;
import org.stoppayment.simulator.wire.AccountId;

/**
 * A payment that a mule attempts.
 *
 * @param from the paying account
 * @param serial serial at the paying institution
 * @param kind kind of the payment
 * @param amountFen amount in fen; the balance is paid when it is less
 * @param to the payee of a transfer
 */
public record Payment(AccountId from, String serial, Kind kind, long amountFen, Optional<AccountId> to) {

    /** The kind of a payment. */
    public enum Kind {
        /** To another account of a world. */
        TRANSFER,
        /** Withdrawn in cash. */
        CASH,
        /** Spent at a merchant. */
        MERCHANT
    }
}
