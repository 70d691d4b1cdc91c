package org.stoppayment.simulator.ledger;

import java.util.Optional;
import org.stoppayment.simulator.wire.AccountId;

/**
 * What a mule wants to do.
 *
 * @param from whose money
 * @param serial the institution's serial for it
 * @param kind what becomes of the money
 * @param amountFen the sum in fen; less is paid when there is less
 * @param to who gets it, for a transfer
 */
public record Payment(AccountId from, String serial, Kind kind, long amountFen, Optional<AccountId> to) {

    /** What becomes of the money. */
    public enum Kind {
        /** Goes to another account of a world. */
        TRANSFER,
        /** Leaves in cash. */
        CASH,
        /** Is spent. */
        MERCHANT
    }
}
